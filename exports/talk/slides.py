"""A talk as plain values that become JSON: the stage of every step, and its evidence.

The same modules show it in the app and in an exported file: web/talk.js.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exports.talk.analysis_figure import analysis_figures
from exports.talk.large_steps.scene import large_stage
from exports.talk.step_words import evidence, quotations, title
from graph.drawing.layout.column_layout import Layout
from graph.drawing.layout.moved_things import move_things
from graph.drawing.network_scene import network_layout
from graph.drawing.scene_types.network import NetworkScene
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.script_bundle import style_sheets
from graph.drawing.stage_scene import stage_scene, stage_style
from graph.links.edge_bundle_index import EdgeBundleIndex, bundle_index
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import EdgeFilter, Selection, curve_bundles, select_bundles
from graph.links.talk import LARGE_NETWORK_LAYOUT, Analysis, Step, StepView, Talk
from graph.lookup.coordinates import coordinates
from graph.model.facts import Facts
from graph.model.outlines import LonLat
from loaders.copies.source_copies import Copies
from texts.tables import ANSWERS, LANGUAGES

# A value that becomes JSON for the scripts of a talk; see `Slides` in web/types.d.ts.
Json = dict[str, Any]
MovedThings = tuple[tuple[str, float, float], ...]
Picture = tuple[EdgeFilter, MovedThings]
STYLE = Path(__file__).with_name("web") / "talk.css"
# In pixels: sizes that the back row can read. A network's names are 15 high at scale 1.
LETTER_PX, NAME_PX = 20, 15
MARGIN = 120  # beside the middle of the outermost thing, at scale 1
# The parts that are the same in all stages of a language, and in all maps.
STAGE_PARTS_IN_COMMON = (
    "words",
    "groups",
    "themes",
    "options",
    "min_scale",
    "state_opacity",
    "origin",
    "about",
)
MAP_PARTS_IN_COMMON = ("width", "height", "areas", "borders", "insets", "insets_left", "credit")


@dataclass(frozen=True)
class TalkScenes:
    """The bundles that the views of a talk draw, and the places of things.

    Each view is laid out by itself, with all bundles among the things that it shows: names that
    can be read across a room leave no width for years in which nothing of the view happened.
    """

    selections: Mapping[EdgeFilter, Selection]
    bundles_of_curves: Mapping[EdgeFilter, Sequence[EdgeBundle]]
    places: Mapping[EdgeFilter, Layout]
    spots: Mapping[str, LonLat]


def talk_scenes(facts: Facts, talk: Talk) -> TalkScenes:
    """The bundles of every view of a talk, and where their things stand."""
    views = [step.view for step in talk.steps if _has_stage(step)]
    choices = list(dict.fromkeys(view.choice for view in views)) or [EdgeFilter()]
    index = bundle_index(facts)
    selections = {choice: select_bundles(facts, choice, index) for choice in choices}
    bundles_of_curves = {choice: curve_bundles(facts, choice, index) for choice in choices}
    places = {
        choice: scene_layout(facts, index, selection) for choice, selection in selections.items()
    }
    return TalkScenes(selections, bundles_of_curves, places, coordinates(facts))


def scene_layout(facts: Facts, index: EdgeBundleIndex, selection: Selection) -> Layout:
    """Where the things of a talk's view stand until somebody moves them."""
    codes = selection.codes
    return network_layout(facts, [bundle for bundle in index if codes.issuperset(bundle.ends)])


def slides(facts: Facts, talk: Talk, copies: Copies | None = None) -> Json:
    """All that a talk shows, in both languages; parts that its stages share are in it once.

    With the reader's copies the passages of the evidence are in it too.
    """
    scenes = talk_scenes(facts, talk)
    pictures = [_picture(step) for step in talk.steps if _has_stage(step)]
    pictures = list(dict.fromkeys(pictures)) or [(next(iter(scenes.selections)), ())]
    large = list(dict.fromkeys(_large(step) for step in talk.steps if _is_large(step)))
    stages = {
        lang: [step_stage(facts, scenes, choice, lang, places) for choice, places in pictures]
        for lang in LANGUAGES
    }
    return {
        "title": {lang: title(facts, talk, lang) for lang in LANGUAGES},
        "texts": {lang: _texts(lang) for lang in LANGUAGES},
        "steps": [_step(facts, step, scenes, (pictures, large), copies) for step in talk.steps],
        "shared": {
            lang: _parts_of(stages[lang][0], STAGE_PARTS_IN_COMMON) | {"letter": LETTER_PX}
            for lang in LANGUAGES
        },
        "ground": {
            lang: _parts_of(stages[lang][0]["map"] or {}, MAP_PARTS_IN_COMMON) for lang in LANGUAGES
        },
        "stages": {
            lang: [_unshared_parts(choice) for choice in stages[lang]] for lang in LANGUAGES
        },
        "networks": {
            lang: [large_stage(facts, view, lang) for view in large] for lang in LANGUAGES
        },
    }


@cache
def talk_style() -> str:
    """The style sheet of a talk."""
    large = style_sheets("large/large.css")
    return stage_style() + large + STYLE.read_text(encoding="utf-8")


def _texts(language: str) -> dict[str, str]:
    """The texts of a talk's own signs."""
    return {
        key.removeprefix("talk_"): text
        for key, text in ANSWERS.in_language(language).items()
        if key.startswith("talk_")
    }


def _has_stage(step: Step) -> bool:
    return not (step.faults or step.analysis or step.view.layout == LARGE_NETWORK_LAYOUT)


def _is_large(step: Step) -> bool:
    return step.view.layout == LARGE_NETWORK_LAYOUT and not (step.faults or step.analysis)


def _large(step: Step) -> StepView:
    """What a step draws of a large network, without what is picked."""
    return StepView(step.view.choice, LARGE_NETWORK_LAYOUT, places=step.view.places)


def _picture(step: Step) -> Picture:
    return step.view.choice, step.view.places


def step_stage(
    facts: Facts,
    scenes: TalkScenes,
    choice: EdgeFilter,
    language: str,
    moved_places: MovedThings = (),
) -> StageScene:
    """The stage of one view of a talk, its names as large as a room wants them.

    The things of `moved_places` stand where they were put, and edges go around them.
    """
    selection = scenes.selections[choice]
    bundles_of_curves = scenes.bundles_of_curves[choice]
    places = move_things(scenes.places[choice], moved_places)
    data = stage_scene(
        facts, selection, bundles_of_curves, places, scenes.spots, language, choice.mechanism
    )
    network = _without_empty_end(data["network"])
    return data | {"min_scale": LETTER_PX / NAME_PX, "network": network}


def _without_empty_end(scene: NetworkScene) -> NetworkScene:
    """A network whose last column ends where its things do."""
    right = max((node["x"] for node in scene["nodes"]), default=0) + MARGIN
    columns = [column | {"right": min(column["right"], right)} for column in scene["columns"]]
    return scene | {"columns": [column for column in columns if column["left"] < column["right"]]}


def _unshared_parts(data: StageScene) -> Json:
    """The parts of a stage that are not shared."""
    parts: Json = {key: value for key, value in data.items() if key not in STAGE_PARTS_IN_COMMON}
    if drawn_map := data["map"]:
        parts["map"] = {
            key: value for key, value in drawn_map.items() if key not in MAP_PARTS_IN_COMMON
        }
    return parts


def _parts_of(data: Mapping[str, Any], keys: Iterable[str]) -> Json:
    return {key: data[key] for key in keys if key in data}


def _step(
    facts: Facts,
    step: Step,
    scenes: TalkScenes,
    pictures: tuple[Sequence[Picture], Sequence[StepView]],
    copies: Copies | None,
) -> Json:
    view = step.view
    caption = {lang: step.caption(lang) for lang in LANGUAGES}
    faults = {lang: [fault.text(lang) for fault in step.faults] for lang in LANGUAGES}
    if step.faults:
        evidence_of: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
        return {"stage": None, "caption": caption, "faults": faults, "evidence": evidence_of}
    rests_on = {
        "caption": caption,
        "passages": quotations(facts, step, copies),
        "evidence": {lang: evidence(facts, step, lang) for lang in LANGUAGES},
    }
    if step.analysis:
        return {"stage": None, "figure": _figure(facts, step.analysis), **rests_on}
    stages, networks = pictures
    is_large = view.layout == LARGE_NETWORK_LAYOUT
    picture = {"network": networks.index(_large(step))} if is_large else {}
    return {
        "stage": None if is_large else stages.index(_picture(step)),
        **picture,
        "layout": view.layout,
        "year": view.year,
        "picked": {"node" if view.picked in facts.things else "edge": view.picked}
        if view.picked
        else None,
        "undated": view.undated,
        "level": view.level,
        "notes": [
            {"thing": note.thing, "text": {lang: note.text(lang) for lang in LANGUAGES}}
            for note in step.notes
        ],
        **rests_on,
    }


def _figure(facts: Facts, analysis: Analysis) -> Json:
    """The figure of a measure by language, or the sentences that say why there is none."""
    return {
        lang: {
            "title": figure.title,
            "svg": "" if figure.refusal else figure.svg,
            "refusal": figure.refusal,
        }
        for lang, figure in analysis_figures(facts, analysis, LANGUAGES).items()
    }
