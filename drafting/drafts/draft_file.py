"""Drafts as a file of JSON lines, a draft each, in the order of the text, without its sentences."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from drafting.drafts.draft import Band, Draft
from loaders.writing.atomic_write import replace_file
from ontology.schema.value_types import TextSpan
from texts.tables import DECISIONS, LANGUAGES, BilingualText

# The folder of drafts in a facts folder, the name of the file of sources, and the log beside them.
DRAFTS, SOURCE_DRAFTS, DECISION_LOG = "drafts", "sources", "decisions.jsonl"
# The folder in it of files that a settlement has still to move.
SETTLING_FOLDER = "settling"
TEXT_KEYS = ("kind", "source", "band", "drafted_by")


class BadDraftFile(ValueError):
    """A file of drafts with its faulty lines, as (line number, key of the reason).

    `reason` names all of them in both languages, `sentence` the file besides.
    """

    def __init__(self, path: Path, faults: Iterable[tuple[int, str]]) -> None:
        self.path, self.faults = path, tuple(faults)
        zh, en = (
            [DECISIONS.say(key, language, line=number) for number, key in self.faults]
            for language in LANGUAGES
        )
        self.reason = BilingualText("；".join(zh), "; ".join(en))
        values = {"file": path.name, "reason": self.reason}
        self.sentence = BilingualText(
            *(DECISIONS.say("bad_drafts", lang, **values) for lang in LANGUAGES)
        )
        super().__init__(f"{path.name}: {self.reason.en}")


def is_interrupted(facts_folder: Path) -> bool:
    """Whether a settlement was interrupted while it moved its files."""
    return (facts_folder / DRAFTS / SETTLING_FOLDER).is_dir()


def draft_path(folder: Path, source: str) -> Path:
    """The file of a source's drafts in a folder."""
    return folder / f"{source}.jsonl"


def write_drafts(path: Path, drafts: Iterable[Draft]) -> None:
    """Writes drafts sorted by place, kind and id, each id once; all or nothing."""
    distinct = {draft.id: draft for draft in drafts}.values()
    file_order = sorted(distinct, key=lambda draft: (_place(draft), draft.kind, draft.id))
    lines = [
        json.dumps(draft_object(draft), ensure_ascii=False, sort_keys=True) for draft in file_order
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, "".join(f"{line}\n" for line in lines).encode())


def read_drafts(path: Path) -> tuple[Draft, ...]:
    """The drafts of a file in its order. Raises BadDraftFile with all faulty lines."""
    drafts, faults = [], []
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            content = json.loads(line.decode("utf-8"))
            draft = draft_from_object(content)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            faults.append((number, "line_no_draft"))
            continue
        if content.get("id") == draft.id:
            drafts.append(draft)
        else:
            faults.append((number, "line_other_id"))
    if faults:
        raise BadDraftFile(path, faults)
    return tuple(drafts)


def _place(draft: Draft) -> tuple[int, int]:
    return (draft.spans[0].start, draft.spans[0].end) if draft.spans else (0, 0)


def draft_object(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "kind": draft.kind,
        "source": draft.source,
        "cells": dict(draft.cells),
        "spans": [[span.start, span.end, span.sha256] for span in draft.spans],
        "band": draft.band.value,
        "drafted_by": draft.drafted_by,
        "candidates": {column: list(values) for column, values in draft.candidates},
        "findings": list(draft.findings),
    }


def draft_from_object(content: dict[str, Any]) -> Draft:
    """Raises ValueError, KeyError, TypeError or AttributeError for content of another form."""
    if not all(isinstance(content[key], str) for key in TEXT_KEYS):
        raise ValueError
    cells = tuple(sorted((_text(key), _text(cell)) for key, cell in content["cells"].items()))
    candidates = content.get("candidates", {}).items()
    return Draft(
        kind=content["kind"],
        source=content["source"],
        cells=cells,
        spans=tuple(_span(*span) for span in content["spans"]),
        band=Band(content["band"]),
        drafted_by=content["drafted_by"],
        candidates=tuple(
            sorted((_text(key), tuple(map(_text, values))) for key, values in candidates)
        ),
        findings=tuple(map(_text, content.get("findings", ()))),
    )


def _span(start: object, end: object, sha256: object) -> TextSpan:
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise ValueError
    return TextSpan(start, end, _text(sha256))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value
