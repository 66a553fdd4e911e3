"""A talk of which some steps are faulty: these say what is wrong, and all others play."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from graph.links.edge_filter import EdgeFilter
from graph.links.talk import Step, StepFault, StepView, Talk
from graph.model.facts import Facts
from loaders.tables.faults import BadFacts, Fault
from loaders.talks.talk_draft import TalkDraft
from loaders.talks.talk_reader import step_faults, step_of
from loaders.talks.talk_settings import (
    FOLDER,
    StepSetting,
    TalkSetting,
    at_lines,
    faults_of_fields,
    talk_content,
)

CAPTIONS = "caption_zh", "caption_en"


@dataclass(frozen=True)
class PlayableTalk:
    """A talk, with the faults of the steps that have no picture."""

    talk: Talk
    faults: tuple[Fault, ...]


def read_playable_talk(folder: Path, name: str, facts: Facts) -> PlayableTalk:
    """A talk of a facts folder; raises BadFacts if more than some of its steps is wrong."""
    file = f"{FOLDER}/{name}.toml"
    content = talk_content(folder / file, file)
    steps = content.get("steps")
    tables = steps if isinstance(steps, list) and steps else None
    if tables is None or not all(isinstance(table, dict) for table in tables):
        head, tables = _head(folder / file, file, content), []
    else:
        step = StepSetting.model_construct(caption_zh="…", caption_en="…")
        head = _head(folder / file, file, content | {"steps": [step]})
    settings, faults = _settings(file, tables)
    captions = [_captions(table) for table in tables]
    playable = _playable(file, settings, captions, faults, facts)
    talk = Talk(name, head.title_zh, head.title_en, playable[0])
    return PlayableTalk(talk, tuple(at_lines(folder / file, playable[1])))


def playable_draft(draft: TalkDraft, name: str, facts: Facts) -> PlayableTalk:
    """A draft as a talk; a missing text in one language is taken from the other."""
    draft = draft.complete_talk(name)
    tables = [step.model_dump(mode="json") for step in draft.steps]
    file = f"{FOLDER}/{name}.toml"
    settings, faults = _settings(file, tables)
    captions = [_captions(table) for table in tables]
    steps, all_faults = _playable(file, settings, captions, faults, facts)
    return PlayableTalk(Talk(name, draft.title_zh, draft.title_en, steps), tuple(all_faults))


def _head(path: Path, file: str, content: Mapping[str, object]) -> TalkSetting:
    """The titles; raises BadFacts with the fields that are wrong outside of the steps."""
    try:
        return TalkSetting.model_validate(content)
    except ValidationError as error:
        raise BadFacts(at_lines(path, faults_of_fields(file, error))) from error


def _settings(
    file: str, tables: Iterable[Mapping[str, object]]
) -> tuple[list[StepSetting | None], list[Fault]]:
    """Each step as far as its fields are right, and the faults of the others."""
    settings: list[StepSetting | None] = []
    faults: list[Fault] = []
    for index, table in enumerate(tables):
        try:
            settings.append(StepSetting.model_validate(table))
        except ValidationError as error:
            settings.append(None)
            faults += faults_of_fields(file, error, ("steps", index))
    return settings, faults


def _captions(table: Mapping[str, object]) -> tuple[str, str]:
    """The captions of a step of which anything may be wrong."""
    caption_zh, caption_en = (str(table.get(name) or "") for name in CAPTIONS)
    return caption_zh, caption_en


def _playable(
    file: str,
    settings: Sequence[StepSetting | None],
    captions: Sequence[tuple[str, str]],
    field_faults: Sequence[Fault],
    facts: Facts,
) -> tuple[tuple[Step, ...], list[Fault]]:
    """The steps with and without a picture, and the faults of those without."""
    readable = [(index, step) for index, step in enumerate(settings) if step is not None]
    faults = [*field_faults, *step_faults(file, readable, facts)]
    by_step: dict[int, list[StepFault]] = defaultdict(list)
    for fault in faults:
        words = StepFault(fault.message("zh"), fault.message("en"))
        by_step[int(str(fault.values["step"])) - 1].append(words)
    blank = StepView(EdgeFilter())
    steps = [
        step_of(step, facts)
        if step is not None and index not in by_step
        else Step(*captions[index], blank, faults=tuple(by_step[index]))
        for index, step in enumerate(settings)
    ]
    return tuple(steps), sorted(faults)
