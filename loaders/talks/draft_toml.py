"""A draft of a talk as the TOML of talks/NAME.toml, and such a text as a draft."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

import tomlkit
from pydantic import ValidationError

from loaders.tables.faults import BadFacts, Fault
from loaders.talks.talk_draft import TalkDraft, draft_of
from loaders.talks.talk_settings import TalkSetting, ViewSetting, faults_of_fields
from texts.syntax_error_place import syntax_error_place

# Even a talk of a thousand steps is smaller; a larger upload is no talk.
MAX_BYTES = 5_000_000


def draft_toml(draft: TalkDraft, name: str) -> str:
    """The text of a draft's file, complete: fields with their first value are left out.

    Steps that are faulty stand in it as they are: they are corrected when it is opened again.
    """
    setting = draft.complete_talk(name)
    document = tomlkit.document()
    document["title_zh"], document["title_en"] = setting.title_zh, setting.title_en
    steps = tomlkit.aot()
    for step in setting.steps:
        table = tomlkit.table()
        parts = {"view", "analysis"}
        content = step.model_dump(mode="json", exclude=parts, exclude_defaults=True)
        for name, value in content.items():
            table[name] = [_inline(note) for note in value] if name == "notes" else value
        if step.analysis is None:
            table["view"] = _inline(_view(step.view))
        else:
            table["analysis"] = _inline(
                step.analysis.model_dump(mode="json", exclude_defaults=True)
            )
        steps.append(table)
    document["steps"] = steps
    return tomlkit.dumps(document)


def draft_from_toml(content: bytes, file: str) -> TalkDraft:
    """The draft of a talk's file; raises BadFacts with every field that is wrong."""
    if len(content) > MAX_BYTES:
        raise BadFacts([Fault(file, 0, 0, "", "talk_too_large", {"most": f"{MAX_BYTES:,}"})])
    try:
        return draft_of(TalkSetting.model_validate(tomllib.loads(content.decode("utf-8-sig"))))
    except UnicodeDecodeError as error:
        values = {"byte": str(error.start)}
        raise BadFacts([Fault(file, 0, 0, "", "toml_not_utf8", values)]) from error
    except tomllib.TOMLDecodeError as error:
        place = {"place": syntax_error_place(error)}
        raise BadFacts([Fault(file, 0, 0, "", "bad_talk", place)]) from error
    except ValidationError as error:
        raise BadFacts(faults_of_fields(file, error)) from error


def _view(view: ViewSetting) -> dict[str, Any]:
    """The fields of a view that are not as at first; the layout always."""
    content = view.model_dump(mode="json", exclude_defaults=True)
    return {"layout": view.layout} | content


def _inline(content: Mapping[str, Any]) -> Any:
    table = tomlkit.inline_table()
    table.update(content)
    return table
