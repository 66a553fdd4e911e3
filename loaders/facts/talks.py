"""talks/NAME.toml of a facts folder into Talks, or into all their faults with file and step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from graph.model.facts import Facts
from graph.links.edge_filter import EdgeFilter, Selection, select_bundles
from graph.links.edge_bundles import bundle_types
from graph.links.timeline import timeline_years
from graph.model.property_graph import PropertyGraph, property_graph
from graph.links.talk import Step, Talk, StepView
from graph.links.edge_bundle_index import bundle_index
from loaders.tables.faults import BadFacts, Fault, nearest
from loaders.facts.talk_settings import (
    FOLDER,
    StepSetting,
    TalkSetting,
    ViewSetting,
    at_lines,
    talk_names,
    talk_setting,
    within,
)
from ontology.schema.kinds import Mechanism, NonLink, Source


def read_talk(folder: Path, name: str, facts: Facts, graph: PropertyGraph | None = None) -> Talk:
    """One talk of a facts folder; raises BadFacts with every fault that it has.

    `graph` is that of the facts, for those who have it at hand.
    """
    file = f"{FOLDER}/{name}.toml"
    setting = talk_setting(folder / file, file)
    if faults := list(_faults(file, setting, facts, graph or property_graph(facts))):
        raise BadFacts(at_lines(folder / file, faults))
    non_links = {key(link): link for link in facts.non_links}
    steps = tuple(_step(step, non_links) for step in setting.steps)
    return Talk(name, setting.title_zh, setting.title_en, steps)


def read_talks(folder: Path, facts: Facts) -> list[Talk]:
    """All talks of a facts folder; raises BadFacts with every fault of all of them."""
    talks: list[Talk] = []
    faults: list[Fault] = []
    names = talk_names(folder)
    graph = property_graph(facts) if names else None
    for name in names:
        try:
            talks.append(read_talk(folder, name, facts, graph))
        except BadFacts as error:
            faults += error.faults
    if faults:
        raise BadFacts(faults)
    return talks


def key(link: NonLink) -> str:
    """How a talk names a non-link: its ends, and the first digits of its passage's hash."""
    return f"{link.learner}-{link.teacher}-{link.sha256[:8]}"


def _faults(file: str, setting: TalkSetting, facts: Facts, graph: PropertyGraph) -> Iterator[Fault]:
    """What a talk names that the facts do not have, and what it says it cites and does not."""
    bundles = bundle_index(facts)
    for index, step in enumerate(setting.steps):
        complaints = [*_gone(step, facts), *_left_out(step, facts)]
        complaints += _astray(step.view, facts, lambda choice: select_bundles(facts, graph, choice, bundles))
        for rule, values, choices in complaints:
            yield Fault(file, 0, 0, "", rule, within(index) | values, choices)


Complaint = tuple[str, dict[str, str], tuple[str, ...]]


def _gone(step: StepSetting, facts: Facts) -> Iterator[Complaint]:
    """The evidence that is not there. An id is made of what its statement says: one that was
    changed has another."""
    if not step.statements and not step.non_links:
        yield "talk_without_evidence", {}, ()
    for id in step.statements:
        if id not in facts.statements:
            yield "statement_gone", {"value": id}, ()
    keys = {key(link) for link in facts.non_links}
    for name in step.non_links:
        if name not in keys:
            yield "non_link_gone", {"value": name}, nearest(name, keys)


def _left_out(step: StepSetting, facts: Facts) -> Iterator[Complaint]:
    """What a step that says it cites all links of a type does not cite."""
    for type_name in step.all_of:
        if type_name not in bundle_types():
            yield "talk_unknown", {"value": type_name}, nearest(type_name, bundle_types())
        for id, statement in facts.statements.items():
            types = [edge.type for edge in type(statement).edges]
            if type_name in types and id not in step.statements:
                yield "talk_not_all", {"value": type_name, "id": id}, ()


def _astray(view: ViewSetting, facts: Facts, select: Callable[[EdgeFilter], Selection]) -> Iterator[Complaint]:
    """What a view names that is not there, or that it does not draw."""
    bad = [type_name for type_name in view.types if type_name not in bundle_types()]
    for type_name in bad:
        yield "talk_unknown", {"value": type_name}, nearest(type_name, bundle_types())
    for value, kinds in ((view.source, (Source,)), (view.mechanism, (Mechanism,))):
        if value and not isinstance(facts.things.get(value), kinds):
            yield "talk_unknown", {"value": value}, _near(value, facts)
            bad.append(value)
    if view.place and view.place not in facts.things:
        yield "talk_unknown", {"value": view.place}, _near(view.place, facts)
        bad.append(view.place)
    if not bad:
        yield from _undrawn(view, select(_choice(view)))


def _undrawn(view: ViewSetting, selection: Selection) -> Iterator[Complaint]:
    years = [str(year) for year in timeline_years(selection.bundles)]
    if view.year is not None and str(view.year) not in years:
        yield "talk_year", {"value": str(view.year)}, tuple(years)
    ids = {line.id for line in selection.bundles} | selection.codes
    if view.picked and view.picked not in ids:
        yield "talk_not_drawn", {"value": view.picked}, nearest(view.picked, ids)


def _near(value: str, facts: Facts) -> tuple[str, ...]:
    return nearest(value, facts.things)


def _step(step: StepSetting, non_links: Mapping[str, NonLink]) -> Step:
    view = StepView(
        _choice(step.view), step.view.layout, step.view.year, step.view.picked, step.view.undated
    )
    links = tuple(non_links[name] for name in step.non_links)
    return Step(step.caption_zh, step.caption_en, view, step.statements, links)


def _choice(view: ViewSetting) -> EdgeFilter:
    return EdgeFilter(
        types=frozenset(view.types),
        stances=frozenset(stance.value for stance in view.stances),
        years=view.years,
        source=view.source,
        place=view.place,
        mechanism=view.mechanism,
        story_only=view.story_only,
    )
