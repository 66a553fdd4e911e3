"""A draft of a talk as JSON, finished or not: the copy that a browser keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from loaders.talks.draft_toml import MAX_BYTES
from loaders.talks.talk_draft import TalkDraft
from loaders.talks.talk_settings import StepSetting

# Texts that an unfinished draft may lack, and a stand-in while the other fields are validated.
STEP_TEXTS, NOTE_TEXTS = ("caption_zh", "caption_en"), ("text_zh", "text_en")
PLACEHOLDER = "…"


def draft_json(draft: TalkDraft) -> str:
    """The text that `draft_from_json` reads; empty for a draft without steps."""
    if not draft.steps:
        return ""
    steps = [step.model_dump(mode="json", exclude_defaults=True) for step in draft.steps]
    content = {"title_zh": draft.title_zh, "title_en": draft.title_en, "steps": steps}
    return json.dumps(content, ensure_ascii=False)


def draft_from_json(text: str) -> TalkDraft | None:
    """The draft of such a text; None if the text is no draft or one of another version."""
    if len(text) > MAX_BYTES:
        return None
    try:
        content = json.loads(text)
        steps = tuple(map(_step, content["steps"]))
        return TalkDraft(str(content["title_zh"]), str(content["title_en"]), steps)
    except (ValueError, ValidationError, KeyError, TypeError, AttributeError):
        return None


def _step(content: Mapping[str, Any]) -> StepSetting:
    """A step; its texts may be empty, and all else is as in a talk's file."""
    notes = [_with_texts(note, NOTE_TEXTS) for note in content.get("notes", ())]
    step = StepSetting.model_validate({**_with_texts(content, STEP_TEXTS), "notes": notes})
    fields: dict[str, object] = _texts(content, STEP_TEXTS)
    fields["notes"] = tuple(
        note.model_copy(update=_texts(raw, NOTE_TEXTS))
        for note, raw in zip(step.notes, content.get("notes", ()), strict=True)
    )
    return step.model_copy(update=fields)


def _with_texts(content: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {**content, **{name: content.get(name) or PLACEHOLDER for name in names}}


def _texts(content: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: str(content.get(name) or "") for name in names}
