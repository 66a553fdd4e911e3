"""A talk: steps with a view of the graph, a caption, and the statements that support it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import (
    MAX_DRAWN_THINGS,
    MAX_NODES,
    EdgeFilter,
    Selection,
    select_bundles,
)
from graph.links.timeline import TimeState, state_at
from graph.model.facts import Facts
from ontology.schema.kinds import NonLink

# The layout of a view that draws a large network and nothing else.
LARGE_NETWORK_LAYOUT = "whole"


@dataclass(frozen=True)
class StepView:
    """The view of a step: the choice of bundles, the layout, and the year at whose end it looks.

    `picked` is the id of a bundle or the code of a thing; a `year` of None is the last one. `level`
    is the size of the areas on a map of adoptions: the `finer` ones or the `coarser` ones. `places`
    has the code, x and y of each thing that was put elsewhere in the network, in its pixels.
    """

    choice: EdgeFilter
    layout: str = "all"
    year: int | None = None
    picked: str | None = None
    undated: bool = True
    level: str = "finer"
    places: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True)
class Analysis:
    """A measure of the facts in place of a view, with the choices of the page Analyse as texts.

    `mechanisms` are codes (none: all). `actors` and `acts` say who can adopt and what counts as an
    adoption; `acts` of None is what the facts have. `window` and `step` are the time of the watch.
    """

    measure: str
    options: tuple[tuple[str, str], ...] = ()
    mechanisms: tuple[str, ...] = ()
    narrower: bool = False
    implied: bool = False
    complete: bool = False
    actors: str = "all"
    acts: str | None = None
    window: str = ""
    step: str = ""


@dataclass(frozen=True)
class Note:
    """A short text in both languages, pinned to the thing with this code."""

    thing: str
    text_zh: str
    text_en: str

    def text(self, language: str) -> str:
        """The text in `zh` or `en`."""
        return self.text_zh if language == "zh" else self.text_en


@dataclass(frozen=True)
class StepFault:
    """What is wrong with a step, in both languages."""

    text_zh: str
    text_en: str

    def text(self, language: str) -> str:
        """The message in `zh` or `en`."""
        return self.text_zh if language == "zh" else self.text_en


@dataclass(frozen=True)
class Step:
    """A caption in both languages, with the ids of the statements that it rests on.

    `non_links` support the part of a caption that no text says. `uncited_ids` are those of missing
    statements, if the step says that it cites all of a type. A step with an `analysis` shows its
    figure instead of the view. A step with `faults` has no picture.
    """

    caption_zh: str
    caption_en: str
    view: StepView
    statements: tuple[str, ...] = ()
    non_links: tuple[NonLink, ...] = ()
    uncited_ids: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    faults: tuple[StepFault, ...] = ()
    analysis: Analysis | None = None

    def caption(self, language: str) -> str:
        """The caption in `zh` or `en`."""
        return self.caption_zh if language == "zh" else self.caption_en


@dataclass(frozen=True)
class Talk:
    """A title in both languages, and steps in their order."""

    name: str
    title_zh: str
    title_en: str
    steps: tuple[Step, ...]

    def title(self, language: str) -> str:
        """The title in `zh` or `en`."""
        return self.title_zh if language == "zh" else self.title_en


def view_selection(facts: Facts, view: StepView, index: EdgeBundleIndex) -> Selection:
    """The bundles of a view, at most as many as its picture can hold."""
    max_things = MAX_DRAWN_THINGS if view.layout == LARGE_NETWORK_LAYOUT else MAX_NODES
    return select_bundles(facts, view.choice, index, max_things)


def moment(view: StepView, years: Sequence[int]) -> int:
    """The year at whose end a view looks: the last one if it names none; 0 if nothing is dated."""
    return view.year or (years[-1] if years else 0)


def bundle_states(
    view: StepView, bundles: Iterable[EdgeBundle], years: Sequence[int]
) -> Mapping[str, TimeState]:
    """The state of each bundle of a view at its moment; bundles that are not drawn are left out."""
    year = moment(view, years)
    states = {bundle.id: state_at(bundle.when, year) for bundle in bundles}
    hidden_states = {TimeState.LATER} if view.undated else {TimeState.LATER, TimeState.UNDATED}
    return {id: state for id, state in states.items() if state not in hidden_states}
