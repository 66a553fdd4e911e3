"""Small multiples on Explore: the network by year, type of link or mechanism, and for print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from streamlit.delta_generator import DeltaGenerator

from app_pages.pictures.multiples_panel import LinePick, all_states, panes_by_year, show_panes
from app_pages.pictures.picture_control import print_picture, source_line
from app_pages.state.language import language, say
from app_pages.state.url_codec import ChoicePart, UrlPart
from app_pages.state.widget_state import persistent_choice
from app_pages.state.workspace import facts_stamp
from exports.pictures.multiples_picture import Pane, network_multiples
from exports.pictures.print_style import PrintStyle
from graph.drawing.scene_types.large import PlainScene
from graph.drawing.scene_types.network import NetworkScene
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import codes_with_mechanism
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.kinds import Mechanism

PANES_BY_KEY, PANES = "explore_multiples", "explore_panes"
MODES = ("off", "year", "type", "mechanism")
# The most panes, and the most links in all panes: more would be slow, and too small to be read.
MAX_PANES, MAX_BUNDLES = 6, 2_000


def multiples_part() -> UrlPart:
    """The choice in the address."""
    return ChoicePart("multiples", PANES_BY_KEY, MODES, MODES[0])


def explore_multiples(
    facts: Facts,
    scene_of_page: Callable[[], NetworkScene | PlainScene],
    bundles: Sequence[EdgeBundle],
    title: str,
    pick: LinePick,
    container: DeltaGenerator,
) -> None:
    """The choice, and in the `container` the panes, each thing at its place in the page's scene."""
    mode = persistent_choice(
        PANES_BY_KEY, say("multiples"), {x: say(f"multiples_{x}") for x in MODES}
    )
    if mode == "off":
        return
    if len(bundles) > MAX_BUNDLES:
        container.info(say("multiples_too_many", most=MAX_BUNDLES))
        return
    panes = _panes(facts, bundles, mode)
    if not panes:
        container.info(say("multiples_none"))
        return
    scene = scene_of_page()
    texts = {"title": title, "source": source_line(facts), "note": say("multiples_note")}

    def picture(style: PrintStyle) -> str:
        return network_multiples(scene, panes, style, texts)

    with container:
        spots = tuple((node["id"], node["x"], node["y"]) for node in scene["nodes"])
        view = (facts_stamp(), mode, spots, tuple(edge["id"] for edge in scene["edges"]), title)
        show_panes(PANES, view, picture, title, panes, pick)
        print_picture(facts, "multiples", title, {"multiples": mode}, picture)


def _panes(facts: Facts, bundles: Sequence[EdgeBundle], mode: str) -> Sequence[Pane]:
    if mode == "year":
        return panes_by_year(bundles)
    return _by_type(bundles) if mode == "type" else _by_mechanism(facts, bundles)


def _by_type(bundles: Sequence[EdgeBundle]) -> Sequence[Pane]:
    """A pane for each type of link, those with most links first."""
    counts = Counter(bundle.type for bundle in bundles)
    order = sorted(counts, key=lambda type: (-counts[type], type))[:MAX_PANES]
    return [
        _pane(word(type, language()), [bundle for bundle in bundles if bundle.type == type])
        for type in order
    ]


def _by_mechanism(facts: Facts, bundles: Sequence[EdgeBundle]) -> Sequence[Pane]:
    """A pane for each mechanism: the links of it, of its narrower ones and of models with them."""
    counts = Counter(
        code
        for bundle in bundles
        for code in bundle.ends
        if isinstance(facts.things[code], Mechanism)
    )
    order = sorted(counts, key=lambda code: (-counts[code], code))[:MAX_PANES]
    regions: Mapping[str, set[str]] = {code: codes_with_mechanism(facts, code) for code in order}
    return [
        _pane(
            facts.display_name(code, language()),
            [bundle for bundle in bundles if not region.isdisjoint(bundle.ends)],
        )
        for code, region in regions.items()
    ]


def _pane(name: str, bundles: Sequence[EdgeBundle]) -> Pane:
    title = say("multiples_of_mechanism", mechanism=name, count=len(bundles))
    return Pane(title, all_states(bundles))
