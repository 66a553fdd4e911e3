"""talks/NAME.toml of a facts folder into Talks, or into all their faults with file and step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_bundles import EdgeBundle, bundle_types
from graph.links.edge_filter import EdgeFilter, Selection, curve_bundles
from graph.links.talk import Note, Step, StepView, Talk, bundle_states, view_selection
from graph.links.timeline import timeline_years
from graph.model.facts import Facts
from loaders.tables.faults import BadFacts, Fault, nearest_choices
from loaders.talks.analysis_setting import Complaint, analysis_complaints, analysis_of
from loaders.talks.talk_settings import (
    FOLDER,
    StepSetting,
    ViewSetting,
    at_lines,
    misnamed_talks,
    step_values,
    talk_names_or_fault,
    talk_setting,
)
from ontology.schema.kinds import Mechanism, NonLink, Source, Thing


def read_talk(folder: Path, name: str, facts: Facts) -> Talk:
    """One talk of a facts folder; raises BadFacts with every fault that it has."""
    file = f"{FOLDER}/{name}.toml"
    setting = talk_setting(folder / file, file)
    if faults := list(step_faults(file, enumerate(setting.steps), facts)):
        raise BadFacts(at_lines(folder / file, faults))
    steps = tuple(step_of(step, facts) for step in setting.steps)
    return Talk(name, setting.title_zh, setting.title_en, steps)


def read_talks(folder: Path, facts: Facts) -> list[Talk]:
    """All talks of a facts folder; raises BadFacts with every fault of all of them."""
    talks: list[Talk] = []
    names = talk_names_or_fault(folder)
    faults = misnamed_talks(folder)
    for name in names:
        try:
            talks.append(read_talk(folder, name, facts))
        except BadFacts as error:
            faults += error.faults
    if faults:
        raise BadFacts(faults)
    return talks


def talk_warnings(folder: Path, talk: Talk) -> list[Fault]:
    """Warnings of a talk: a step that says it cites every statement of a type does
    not cite one that has been added."""
    file = f"{FOLDER}/{talk.name}.toml"
    warnings = [
        Fault(file, 0, 0, "", "talk_not_all", step_values(number) | {"value": id})
        for number, step in enumerate(talk.steps)
        for id in step.uncited_ids
    ]
    return at_lines(folder / file, warnings)


def non_link_key(link: NonLink) -> str:
    """How a talk names a non-link: its ends, and the first digits of its passage's hash."""
    return f"{link.learner}-{link.teacher}-{link.sha256[:8]}"


def step_faults(
    file: str, steps: Iterable[tuple[int, StepSetting]], facts: Facts
) -> Iterator[Fault]:
    """Names in these steps that the facts do not have, and evidence that the steps do not draw.

    Each step comes with its place in the talk, counted from 0.
    """
    index = bundle_index(facts)

    def content(view: StepView) -> DrawnContent:
        selection = view_selection(facts, view, index)
        return DrawnContent(selection, curve_bundles(facts, view.choice, index))

    for number, step in steps:
        complaints = [
            *_missing_evidence(step, facts),
            *_unknown_names(step.view, facts),
            *_unknown_types(step.all_of),
        ]
        if step.analysis is not None:
            complaints += analysis_complaints(step.analysis, facts)
        elif not complaints:
            complaints = list(_undrawn_evidence(step, facts, content(_view(step))))
        for rule, values, choices in complaints:
            yield Fault(file, 0, 0, "", rule, step_values(number) | values, choices)


@dataclass(frozen=True)
class DrawnContent:
    """The content of a view: its bundles, and those that its curve counts."""

    selection: Selection
    counted_bundles: Sequence[EdgeBundle]


def _missing_evidence(step: StepSetting, facts: Facts) -> Iterator[Complaint]:
    """The evidence that is not there. An id is made from its statement: a statement that was
    changed has another."""
    if not (step.statements or step.non_links or step.analysis):
        yield "talk_without_evidence", {}, ()
    for id in step.statements:
        if id not in facts.statements:
            yield "statement_gone", {"value": id}, ()
    keys = {non_link_key(link) for link in facts.non_links}
    for name in step.non_links:
        if name not in keys:
            yield "non_link_gone", {"value": name}, nearest_choices(name, keys)


def _unknown_types(types: Iterable[str]) -> Iterator[Complaint]:
    for type_name in types:
        if type_name not in bundle_types():
            yield "talk_unknown", {"value": type_name}, bundle_types()


def _unknown_names(view: ViewSetting, facts: Facts) -> Iterator[Complaint]:
    """The names in a view that are not in the facts."""
    yield from _unknown_types(view.types)
    codes_by_kind: list[tuple[str | None, type[Thing]]] = [
        (view.source, Source),
        (view.mechanism, Mechanism),
        *((code, Thing) for code in (view.place, *view.around, *view.among, *view.places)),
    ]
    for value, kinds in codes_by_kind:
        if value and not isinstance(facts.things.get(value), kinds):
            codes = [code for code, thing in facts.things.items() if isinstance(thing, kinds)]
            yield "talk_unknown", {"value": value}, nearest_choices(value, codes)


def _undrawn_evidence(step: StepSetting, facts: Facts, scene: DrawnContent) -> Iterator[Complaint]:
    """The things and evidence of a step that its view does not draw."""
    view, bundles = step.view, scene.selection.bundles
    years = timeline_years([*bundles, *scene.counted_bundles])
    if view.year is not None and view.year not in years:
        choices = (f"{years[0]}–{years[-1]}",) if years else ()
        yield "talk_year", {"value": str(view.year)}, choices
        return
    ids = {bundle.id for bundle in bundles} | scene.selection.codes
    if view.picked and view.picked not in ids:
        yield "talk_not_drawn", {"value": view.picked}, nearest_choices(view.picked, ids)
    in_picture = scene.counted_bundles if view.layout == "curve" else bundles
    for note in step.notes:
        if note.thing not in scene.selection.codes:
            nearby = nearest_choices(note.thing, scene.selection.codes)
            yield "talk_not_drawn", {"value": note.thing}, nearby
    states = bundle_states(_view(step), in_picture, years)
    drawn_ids = {id for bundle in in_picture if bundle.id in states for id in bundle.statements}
    if not states:
        yield "talk_blank", {}, ()
    elif step.statements and drawn_ids.isdisjoint(step.statements):
        statements = [facts.statements[id] for id in step.statements]
        types = {edge.type for statement in statements for edge in type(statement).edges}
        yield "talk_draws_none", {"types": ", ".join(sorted(types))}, ()


def _uncited_statements(step: StepSetting, facts: Facts) -> Iterator[str]:
    """The missing statements of a step that says it cites all of a type."""
    for id, statement in facts.statements.items():
        types = {edge.type for edge in type(statement).edges}
        if not types.isdisjoint(step.all_of) and id not in step.statements:
            yield id


def step_of(step: StepSetting, facts: Facts) -> Step:
    """A step without faults, with its evidence."""
    non_links = {non_link_key(link): link for link in facts.non_links}
    links = tuple(non_links[name] for name in step.non_links)
    uncited_statements = tuple(_uncited_statements(step, facts))
    notes = tuple(Note(note.thing, note.text_zh, note.text_en) for note in step.notes)
    captions = step.caption_zh, step.caption_en
    return Step(
        *captions,
        _view(step),
        step.statements,
        links,
        uncited_statements,
        notes,
        analysis=analysis_of(step.analysis),
    )


def _view(step: StepSetting) -> StepView:
    view = step.view
    places = tuple((code, x, y) for code, (x, y) in sorted(view.places.items()))
    choice = _choice(step)
    return StepView(choice, view.layout, view.year, view.picked, view.undated, view.level, places)


def _choice(step: StepSetting) -> EdgeFilter:
    view = step.view
    return EdgeFilter(
        types=frozenset(view.types),
        stances=frozenset(stance.value for stance in view.stances),
        years=view.years,
        source=view.source,
        place=view.place,
        mechanism=view.mechanism,
        story_only=view.story_only,
        around=frozenset(view.around),
        among=frozenset(view.among),
        cited_statements=frozenset(step.statements if view.cited_only else ()),
    )
