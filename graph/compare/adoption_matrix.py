"""Places side by side: which mechanisms each adopted, since when, from whom, and who says so.

A cell distinguishes three cases: a source denies the adoption, sources speak of the place but not
of this mechanism, and no source speaks of the place's mechanisms at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from graph.links.learning_sources import lessons_behind, lessons_of
from graph.model.claims import contradict
from graph.model.closure import mechanism_and_narrower
from graph.model.facts import Facts
from ontology.schema.enums import FIRM_STANCES
from ontology.schema.kinds import Adoption, Stance


class Mark(StrEnum):
    """What the sources say of a place and a mechanism.

    DIFFERENT: two sources cannot both be right; one denies what the other states as done, or one
    dates it entirely before the other. NARROWER: sources state only narrower mechanisms. UNSAID:
    sources state mechanisms that the place adopted, but not this one. UNREAD: no source states any
    mechanism of the place, so silence means nothing.
    """

    STATED = "stated"
    IMPLIED = "implied"
    PLANNED = "planned"
    DENIED = "denied"
    DIFFERENT = "different"
    NARROWER = "narrower"
    UNSAID = "unsaid"
    UNREAD = "unread"


SILENT_MARKS = (Mark.UNSAID, Mark.UNREAD)
DONE_MARKS = (Mark.STATED, Mark.IMPLIED, Mark.NARROWER)
BY_STANCE = {
    Stance.STATED: Mark.STATED,
    Stance.IMPLIED: Mark.IMPLIED,
    Stance.PLANNED: Mark.PLANNED,
    Stance.DENIED: Mark.DENIED,
}
# Each mark has its own shape, so that readers can distinguish them without colour.
SIGNS: Mapping[Mark, str] = {
    Mark.STATED: "●",
    Mark.IMPLIED: "◐",
    Mark.PLANNED: "○",
    Mark.DENIED: "✕",
    Mark.DIFFERENT: "※",
    Mark.NARROWER: "▽",
    Mark.UNSAID: "–",
    Mark.UNREAD: "?",
}


class Agreement(StrEnum):
    """How the cells of a row compare with each other.

    DIFFERENT: done by one and only planned or denied by another, or sources differ. PARTIAL: stated
    for some only; silence is no difference.
    """

    ALIKE = "alike"
    DIFFERENT = "different"
    PARTIAL = "partial"
    SILENT = "silent"


@dataclass(frozen=True)
class Cell:
    """The statements of sources on a place: dates of adoption, and the ids of all statements.

    `since` are EDTF dates as in the tables. `teachers` are those from whom the place learned it, as
    far as `lessons`, further statements, say so.
    """

    mark: Mark
    since: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    teachers: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One mechanism, its depth below the top of its branch, and a cell for each place."""

    mechanism: str
    depth: int
    cells: tuple[Cell, ...]

    @property
    def agreement(self) -> Agreement:
        """Whether all cells say the same."""
        marks = [cell.mark for cell in self.cells if cell.mark not in SILENT_MARKS]
        if not marks:
            return Agreement.SILENT
        if Mark.DIFFERENT in marks or len({mark in DONE_MARKS for mark in marks}) > 1:
            return Agreement.DIFFERENT
        return Agreement.PARTIAL if len(marks) < len(self.cells) else Agreement.ALIKE


@dataclass(frozen=True)
class Comparison:
    """Places, who each learned anything from, and a row for each mechanism."""

    places: tuple[str, ...]
    lessons: tuple[Cell, ...]
    rows: tuple[Row, ...]


def comparison(facts: Facts, places: Sequence[str], branch: str | None = None) -> Comparison:
    """Places or organisations side by side, on all mechanisms or those of one branch."""
    adoptions = _adoptions(facts, places)
    rows = [
        Row(code, depth, tuple(_cell(facts, adoptions[place], code) for place in places))
        for code, depth in taxonomy(facts, branch)
    ]
    return Comparison(tuple(places), tuple(_lessons(facts, place) for place in places), tuple(rows))


def taxonomy(facts: Facts, branch: str | None = None) -> list[tuple[str, int]]:
    """Mechanisms from broad to narrow with their depth, each once, under its first broader one."""
    depths: dict[str, int] = {}

    def walk(codes: Iterable[str], depth: int) -> None:
        for code in codes:
            if code not in depths:
                depths[code] = depth
                walk(facts.narrower_mechanisms.get(code, ()), depth + 1)

    walk([branch] if branch else facts.narrower_mechanisms.get("", ()), 0)
    return list(depths.items())


IdsByMechanism = Mapping[str, Sequence[str]]  # the ids of a place's adoptions by mechanism


def _adoptions(facts: Facts, places: Iterable[str]) -> Mapping[str, IdsByMechanism]:
    ids_by_place: dict[str, dict[str, list[str]]] = {place: defaultdict(list) for place in places}
    for place in ids_by_place:
        for id in facts.statements_naming.get(place, ()):
            statement = facts.statements[id]
            if isinstance(statement, Adoption) and statement.adopter == place:
                ids_by_place[place][statement.mechanism].append(id)
    return ids_by_place


def _cell(facts: Facts, ids_by_mechanism: IdsByMechanism, mechanism: str) -> Cell:
    if not ids_by_mechanism:
        return Cell(Mark.UNREAD)
    if ids := ids_by_mechanism.get(mechanism):
        adoptions = [_adoption(facts, id) for id in ids]
        lessons = [
            lesson
            for adoption in adoptions
            if adoption.stance in FIRM_STANCES
            for lesson in lessons_behind(facts, adoption)
        ]
        return Cell(
            mark=_mark(adoptions),
            since=tuple(
                sorted(
                    {
                        adoption.since
                        for adoption in adoptions
                        if adoption.since and adoption.stance in FIRM_STANCES
                    }
                )
            ),
            statements=tuple(ids),
            teachers=tuple(dict.fromkeys(lesson.teacher for lesson in lessons)),
            lessons=tuple(dict.fromkeys(lesson.statement for lesson in lessons)),
        )
    kinds = sorted(mechanism_and_narrower(facts, mechanism) - {mechanism})
    deeds = [id for kind in kinds for id in ids_by_mechanism.get(kind, ()) if _is_deed(facts, id)]
    return Cell(Mark.NARROWER, statements=tuple(deeds)) if deeds else Cell(Mark.UNSAID)


def _mark(adoptions: Sequence[Adoption]) -> Mark:
    if any(contradict(adoption, other) for adoption, other in combinations(adoptions, 2)):
        return Mark.DIFFERENT
    return _firmest(adoption.stance for adoption in adoptions)


def _firmest(stances: Iterable[Stance]) -> Mark:
    return BY_STANCE[min(stances, key=list(Stance).index)]


def _lessons(facts: Facts, place: str) -> Cell:
    """Who a place learned anything from, whatever it was."""
    lessons = {lesson.statement: lesson for lesson in lessons_of(facts, place)}
    if not lessons:
        return Cell(Mark.UNSAID)
    mark = _firmest(facts.statements[id].stance for id in lessons)
    firmest = [
        lesson for id, lesson in lessons.items() if BY_STANCE[facts.statements[id].stance] == mark
    ]
    return Cell(
        mark=mark,
        since=tuple(sorted({lesson.when for lesson in firmest if lesson.when})),
        statements=tuple(lessons),
        teachers=tuple(dict.fromkeys(lesson.teacher for lesson in firmest)),
    )


def _adoption(facts: Facts, id: str) -> Adoption:
    statement = facts.statements[id]
    assert isinstance(statement, Adoption)
    return statement


def _is_deed(facts: Facts, id: str) -> bool:
    return facts.statements[id].stance in FIRM_STANCES
