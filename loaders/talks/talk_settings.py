"""The settings that talks/NAME.toml of a facts folder may hold, and the faults of such a file."""

from __future__ import annotations

import os
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from diffusion.study.facts_nodes import Actors
from diffusion.study.from_facts import Acts
from graph.links.edge_bundles import MAIN_EDGE_TYPES, STANCES, bundle_types
from loaders.tables.faults import BadFacts, Fault, nearest_choices
from loaders.tables.toml_text import toml_text
from loaders.talks.analysis_setting import AnalysisSetting
from ontology.schema.kinds import Stance
from ontology.schema.value_types import Text
from texts.syntax_error_place import syntax_error_place
from texts.system_errors import reason_of

FOLDER = "talks"
SUFFIX = ".toml"
Layout = Literal["all", "network", "map", "curve", "whole"]
Level = Literal["finer", "coarser"]


# The values of a field, or the way it is written.
RIGHT_VALUES: Mapping[str, tuple[str, ...]] = {
    "layout": get_args(Layout),
    "level": get_args(Level),
    "types": bundle_types(),
    "all_of": bundle_types(),
    "stances": STANCES,
    "years": ("[2019, 2022]",),
    "year": ("2019",),
    "story_only": ("true", "false"),
    "undated": ("true", "false"),
    "source": ('"CODE"',),
    "place": ('"CODE"',),
    "mechanism": ('"CODE"',),
    "picked": ('"CODE"', '"CODE-TYPE-CODE"'),
    "statements": ('["ID", "ID"]',),
    "non_links": ('["LEARNER-TEACHER-HASH"]',),
    "around": ('["CODE", "CODE"]',),
    "among": ('["CODE", "CODE"]',),
    "cited_only": ("true", "false"),
    "places": ('{ "CODE" = [120, -40] }',),
    "notes": ('[{ thing = "CODE", text_zh = "…", text_en = "…" }]',),
    "thing": ('"CODE"',),
    "analysis": ('{ measure = "adoption_curve", mechanisms = ["CODE"] }',),
    "actors": tuple(Actors),
    "acts": tuple(Acts),
}


class ViewSetting(BaseModel):
    """The settings of a step's view."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    layout: Layout = "all"
    types: tuple[str, ...] = MAIN_EDGE_TYPES
    stances: tuple[Stance, ...] = (Stance.STATED,)
    years: tuple[int, int] | None = None
    source: str | None = None
    place: str | None = None
    mechanism: str | None = None
    story_only: bool = True
    year: int | None = None
    picked: str | None = None
    undated: bool = True
    around: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    cited_only: bool = False
    level: Level = "finer"
    places: dict[str, tuple[float, float]] = {}


class NoteSetting(BaseModel):
    """A note of a step: a thing that its view draws, and a text in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    thing: str
    text_zh: Text
    text_en: Text


class StepSetting(BaseModel):
    """The settings of a step; the step cites every link of the types in `all_of`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    caption_zh: Text
    caption_en: Text
    statements: tuple[str, ...] = ()
    non_links: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    notes: tuple[NoteSetting, ...] = ()
    view: ViewSetting = ViewSetting()
    analysis: AnalysisSetting | None = None


class TalkSetting(BaseModel):
    """The settings of a talk's file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title_zh: Text
    title_en: Text
    steps: Annotated[tuple[StepSetting, ...], Field(min_length=1)]


def talk_names(folder: Path) -> list[str]:
    """The names of the talks of a facts folder; none if its talks cannot be read."""
    try:
        return _names(folder)
    except OSError:
        return []


def talk_names_or_fault(folder: Path) -> list[str]:
    """The names of the talks of a facts folder; raises BadFacts if its talks cannot be read."""
    try:
        return _names(folder)
    except OSError as error:
        reason = {"reason": reason_of(error)}
        raise BadFacts([Fault(FOLDER, 0, 0, "", "talks_not_readable", reason)]) from error


def _names(folder: Path) -> list[str]:
    try:
        files = os.listdir(folder / FOLDER)
    except FileNotFoundError:
        return []
    return sorted(Path(name).stem for name in files if name.endswith(SUFFIX))


def misnamed_talks(folder: Path) -> list[Fault]:
    """The files that are meant as talks but have another ending: `a.TOML`, `a.toml.txt`."""
    try:
        files = os.listdir(folder / FOLDER)
    except OSError:  # no talks, or a fault of the folder that is reported elsewhere
        return []
    misnamed = (n for n in sorted(files) if SUFFIX in n.lower() and not n.endswith(SUFFIX))
    return [
        Fault(f"{FOLDER}/{name}", 0, 0, "", "not_a_toml_talk", {"suffix": SUFFIX})
        for name in misnamed
        if not name.startswith(".") and not name.endswith("~")
    ]


def talk_titles(folder: Path, language: str) -> dict[str, str]:
    """The title of each talk in `zh` or `en`; the name of its file if the title cannot be read."""
    names = talk_names(folder)
    titles = {name: _title(folder / FOLDER / f"{name}.toml", language) or name for name in names}
    title_counts = Counter(titles.values())
    return {
        name: f"{title} ({name})" if title_counts[title] > 1 else title
        for name, title in titles.items()
    }


def talk_setting(path: Path, file: str) -> TalkSetting:
    """The content of a talk's file; raises BadFacts with every wrong field."""
    try:
        return TalkSetting.model_validate(talk_content(path, file))
    except ValidationError as error:
        raise BadFacts(at_lines(path, faults_of_fields(file, error))) from error


def talk_content(path: Path, file: str) -> dict[str, object]:
    """The tables of a talk's file; raises BadFacts if it cannot be read."""
    try:
        return tomllib.loads(toml_text(path, file))
    except FileNotFoundError as error:
        choices = nearest_choices(path.stem, talk_names(path.parent.parent))
        raise BadFacts([Fault(file, 0, 0, "", "no_talk", {}, choices)]) from error
    except OSError as error:
        reason = {"reason": reason_of(error)}
        raise BadFacts([Fault(file, 0, 0, "", "not_readable", reason)]) from error
    except tomllib.TOMLDecodeError as error:
        raise BadFacts(
            [Fault(file, 0, 0, "", "bad_talk", {"place": syntax_error_place(error)})]
        ) from error


def _title(path: Path, language: str) -> str:
    try:
        title = tomllib.loads(toml_text(path, path.name)).get(f"title_{language}")
    except (OSError, tomllib.TOMLDecodeError, BadFacts):
        return ""
    return title.strip() if isinstance(title, str) else ""


def faults_of_fields(
    file: str, error: ValidationError, before: tuple[int | str, ...] = ()
) -> list[Fault]:
    """The faults of a talk's fields; `before` is the place in the file of what was validated."""
    places = _places(error)
    return [_field_fault(file, (*before, *place), detail) for place, detail in places.items()]


def _places(error: ValidationError) -> dict[tuple[int | str, ...], ErrorDetails]:
    """The places where a file is wrong, with the first error at each; a step with a
    fault is not also one too few."""
    places = {detail["loc"]: detail for detail in reversed(error.errors())}
    return {place: places[place] for place in places if place != ("steps",)} or places


def _field_fault(file: str, place: tuple[int | str, ...], detail: ErrorDetails) -> Fault:
    """The fault of a field by its place in the file, as `("steps", 2, "caption_en")`."""
    names = [str(part) for part in place if isinstance(part, str) and part != "steps"]
    numbers = [part for part in place[:2] if isinstance(part, int)]
    values = step_values(numbers[0]) if numbers else {}
    name = ".".join(names) or "steps"
    right = _right_values(place, detail)
    return Fault(file, 0, 0, "", "talk_field", values | {"name": name}, right)


def _right_values(place: tuple[int | str, ...], detail: ErrorDetails) -> tuple[str, ...]:
    """The values of a field or the way it is written; for an unknown field the known names."""
    name = next(part for part in reversed(place) if isinstance(part, str))
    if detail["type"] != "extra_forbidden":
        return RIGHT_VALUES.get(name, ())
    models: dict[str, type[BaseModel]]
    models = {"view": ViewSetting, "analysis": AnalysisSetting}
    models |= {"notes": NoteSetting, "steps": StepSetting}
    model = next((models[part] for part in models if part in place), TalkSetting)
    return nearest_choices(name, model.model_fields)


def step_values(index: int) -> dict[str, str]:
    """The step of a fault, in the words of its message."""
    return {"step": str(index + 1)}


def at_lines(path: Path, faults: Iterable[Fault]) -> list[Fault]:
    """Faults with the lines at which their steps begin, if each step has its own heading."""
    text = toml_text(path, path.name).splitlines()
    heads = [number for number, line in enumerate(text, 1) if line.startswith("[[steps]]")]
    steps = ((fault, int(str(fault.values.get("step", "0")))) for fault in faults)
    return [replace(f, line=heads[at - 1]) if 0 < at <= len(heads) else f for f, at in steps]
