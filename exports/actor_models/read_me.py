"""The README of an export in English and Chinese, with what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from diffusion.study.study import Study


def read_me(name: str, study: Study, numbers: Mapping[str, int]) -> bytes:
    """The template of this name, filled in; the mechanisms are those of the study."""
    template = Path(__file__).with_name(f"{name}.md").read_text(encoding="utf-8")
    mechanisms = {
        f"mechanisms_{language}": _mechanisms(study, language) for language in ("zh", "en")
    }
    return template.format(**numbers, **mechanisms).encode("utf-8")


def _mechanisms(study: Study, language: str, limit: int = 8) -> str:
    names = [study.cascade_name(code, language) for code in study.cascades]
    ellipsis = f" … (+{len(names) - limit})" if len(names) > limit else ""
    return ("、" if language == "zh" else ", ").join(names[:limit]) + ellipsis or "-"
