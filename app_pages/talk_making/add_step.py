"""The button that makes the view of a page a step of the reader's talk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from app_pages.state.language import say
from app_pages.state.placed_things import MovedPlaces
from app_pages.state.workspace import all_bundles, selected_bundles
from app_pages.talk_making.draft_state import STEP_ADDED_KEY, draft, keep_draft
from exports.talk.slides import scene_layout
from graph.drawing.large_scene import home_spots, spots_for
from graph.drawing.layout.edge_path import Point
from graph.drawing.layout.moved_things import moved_elsewhere
from graph.drawing.network_scene import link_sentence
from graph.links.edge_bundles import EdgeBundle
from graph.links.talk import Analysis, StepView
from graph.links.timeline import timeline_years
from graph.model.facts import Facts
from loaders.talks.analysis_setting import setting_of
from loaders.talks.talk_draft import new_step
from loaders.talks.talk_settings import StepSetting, ViewSetting
from loaders.talks.view_settings import (
    cited_view_setting,
    statements_of_view,
    view_setting,
)

# A caption in `zh` or `en`.
CaptionIn = Callable[[str], str]


@dataclass(frozen=True)
class MovedThings:
    """A network before anything moved, and the session's key of the places of moved things."""

    scene: Mapping[str, Any]
    key: str

    @property
    def places(self) -> MovedPlaces:
        """The places by code, in pixels of the network."""
        places: MovedPlaces = st.session_state.get(self.key) or {}
        return places


def add_view(
    facts: Facts,
    key: str,
    view: StepView,
    bundles: Sequence[EdgeBundle],
    bundles_of_curve: Sequence[EdgeBundle],
    caption: CaptionIn,
    moved_things: MovedThings | None = None,
) -> None:
    """Adds a picture of bundles; `bundles_of_curve` are the bundles of its curve.

    Things that the reader has moved stand beside the same things in the talk. If a bundle or thing
    is picked the caption names it, and the step rests on its statements.
    """
    years = timeline_years([*bundles, *bundles_of_curve])
    if view.year not in years:  # the page then stands at the last one
        view = replace(view, year=None)
    statements = statements_of_view(view, bundles, years)
    picked_bundle = next((bundle for bundle in bundles if bundle.id == view.picked), None)

    def caption_of_pick(lang: str) -> str:
        if picked_bundle is not None:
            return link_sentence(facts, picked_bundle, lang)
        return caption(lang)

    def setting_of_view() -> ViewSetting:
        return view_setting(replace(view, places=_places(facts, view, moved_things)))

    _button(key, caption_of_pick, setting_of_view, statements)


def add_large_view(
    facts: Facts,
    key: str,
    view: StepView,
    bundles: Sequence[EdgeBundle],
    caption: CaptionIn,
    places: tuple[Mapping[str, Point], MovedPlaces],
    *,
    is_part: bool,
) -> None:
    """Adds a large network; `places` are those before anything moved, and the moved ones.

    A network that `is_part` of what its filter lets through is drawn from its own statements, so it
    rests on all of them; another one on those of what is picked, if anything is.
    """
    view_without_pick = replace(view, picked=None)
    statements = statements_of_view(
        view_without_pick if is_part else view, bundles, timeline_years(bundles)
    )
    spots_before, moved_places = places

    def setting_of_view() -> ViewSetting:
        home = home_spots(all_bundles(), view.choice.types)
        talk_places = (
            moved_elsewhere(moved_places, spots_before, spots_for(bundles, home))
            if moved_places
            else ()
        )
        setting = view_setting(replace(view, places=talk_places))
        return setting.model_copy(update={"cited_only": True}) if is_part else setting

    _button(key, caption, setting_of_view, statements)


def add_evidence(facts: Facts, key: str, ids: Sequence[str], caption: CaptionIn) -> None:
    """Adds what these statements say, as a network; statements that make no bundle are left out."""
    standing_ids = [id for id in ids if id in facts.statements]
    linked_ids = {
        id for bundle in all_bundles().with_statements(standing_ids) for id in bundle.statements
    }
    _button(key, caption, cited_view_setting, [id for id in standing_ids if id in linked_ids])


def add_analysis(
    key: str, analysis: Analysis, statements: Callable[[], Sequence[str]], caption: CaptionIn
) -> None:
    """Adds the figure of a measure; it rests on these statements, or on none that can be named."""

    def step() -> StepSetting:
        plain = new_step((caption("zh"), caption("en")), ViewSetting(), statements())
        return plain.model_copy(update={"analysis": setting_of(analysis)})

    _step_button(key, step, say("add_figure_help"))


def _places(
    facts: Facts, view: StepView, moved_things: MovedThings | None
) -> tuple[tuple[str, float, float], ...]:
    """The places of moved things in the network that a talk draws of a view."""
    if moved_things is None or not moved_things.places:
        return ()
    selection, _ = selected_bundles(view.choice)
    home = scene_layout(facts, all_bundles(), selection).spots
    page_spots = {node["id"]: (node["x"], node["y"]) for node in moved_things.scene["nodes"]}
    return moved_elsewhere(moved_things.places, page_spots, home)


def _button(
    key: str, caption: CaptionIn, view: Callable[[], ViewSetting], statements: Sequence[str]
) -> None:
    def step() -> StepSetting:
        return new_step((caption("zh"), caption("en")), view(), statements)

    help_text = say("add_to_talk_help") if statements else say("nothing_to_add")
    _step_button(key, step, help_text, is_empty=not statements)


def _step_button(
    key: str, make_step: Callable[[], StepSetting], help_text: str, *, is_empty: bool = False
) -> None:
    """A button that adds a step, which is made when it is pressed."""

    def add() -> None:
        step = make_step()
        changed_draft = draft().with_step(step)
        keep_draft(changed_draft, len(changed_draft.steps))
        st.session_state[STEP_ADDED_KEY] = True
        st.toast(say("added_to_talk", number=len(changed_draft.steps)), icon=":material/slideshow:")

    st.button(
        say("add_to_talk"),
        key=f"add_step_{key}",
        icon=":material/add_to_photos:",
        help=help_text,
        disabled=is_empty,
        on_click=add,
    )
