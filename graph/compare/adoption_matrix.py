"""Places beside each other: which mechanisms each took up, since when, from whom, who says so.

What no source says is neither a no nor the same as what nobody has looked for: a cell tells a
denial, a silence of sources that speak of the place, and a place of which no source speaks apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from graph.links.learning_sources import DEEDS, lessons_behind, lessons_of
from graph.model.facts import Facts
from graph.model.property_graph import mechanism_and_narrower
from ontology.schema.edtf import Order, edtf_interval
from ontology.schema.kinds import Adoption, Stance


class Mark(StrEnum):
    """What the sources say of a place and a mechanism.

    DIFFERENT: two sources say what cannot both be true; one denies what another tells as done,
    or one dates the same wholly before the other. NARROWER: only kinds of the mechanism are told
    of. UNSAID: sources tell which mechanisms the place took up, and not this one. UNREAD: no
    source tells of any mechanism of the place, so that silence says nothing.
    """

    STATED = "stated"
    IMPLIED = "implied"
    PLANNED = "planned"
    DENIED = "denied"
    DIFFERENT = "different"
    NARROWER = "narrower"
    UNSAID = "unsaid"
    UNREAD = "unread"


SILENT = (Mark.UNSAID, Mark.UNREAD)
DONE = (Mark.STATED, Mark.IMPLIED, Mark.NARROWER)
BY_STANCE = {
    Stance.STATED: Mark.STATED,
    Stance.IMPLIED: Mark.IMPLIED,
    Stance.PLANNED: Mark.PLANNED,
    Stance.DENIED: Mark.DENIED,
}
# A shape each, so that no mark is told by its colour alone.
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
    """How the cells of a row stand to each other.

    DIFFERENT: done by one and only planned or denied by another, or sources differ. PARTIAL: told
    of some only; silence is no difference.
    """

    ALIKE = "alike"
    DIFFERENT = "different"
    PARTIAL = "partial"
    SILENT = "silent"


@dataclass(frozen=True)
class Cell:
    """What is told of one place: dates of deeds, and all statements behind it.

    `since` are EDTF dates as in the tables. `teachers` are those from whom it came, as far as
    `lessons`, further statements, tell.
    """

    mark: Mark
    since: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    teachers: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One mechanism, how far below the top of its branch it stands, and a cell for each place."""

    mechanism: str
    depth: int
    cells: tuple[Cell, ...]

    @property
    def agreement(self) -> Agreement:
        """Whether all cells tell the same."""
        told = [cell.mark for cell in self.cells if cell.mark not in SILENT]
        if not told:
            return Agreement.SILENT
        if Mark.DIFFERENT in told or len({mark in DONE for mark in told}) > 1:
            return Agreement.DIFFERENT
        return Agreement.PARTIAL if len(told) < len(self.cells) else Agreement.ALIKE


@dataclass(frozen=True)
class Comparison:
    """Places, from whom each learned anything at all, and a row for each mechanism."""

    places: tuple[str, ...]
    lessons: tuple[Cell, ...]
    rows: tuple[Row, ...]


def comparison(facts: Facts, places: Sequence[str], branch: str | None = None) -> Comparison:
    """Places or organisations side by side, on all mechanisms or those of one branch."""
    told = _adoptions(facts, places)
    rows = [
        Row(code, depth, tuple(_cell(facts, told[place], code) for place in places))
        for code, depth in taxonomy(facts, branch)
    ]
    return Comparison(tuple(places), tuple(_lessons(facts, one) for one in places), tuple(rows))


def taxonomy(facts: Facts, branch: str | None = None) -> list[tuple[str, int]]:
    """Mechanisms from broad to narrow with their depth, each once, under the first above it."""
    found: dict[str, int] = {}

    def walk(codes: Iterable[str], depth: int) -> None:
        for code in codes:
            if code not in found:
                found[code] = depth
                walk(facts.narrower_mechanisms.get(code, ()), depth + 1)

    walk([branch] if branch else facts.narrower_mechanisms.get("", ()), 0)
    return list(found.items())


Told = Mapping[str, Sequence[str]]  # the ids of a place's adoptions by mechanism


def _adoptions(facts: Facts, places: Iterable[str]) -> Mapping[str, Told]:
    found: dict[str, dict[str, list[str]]] = {place: defaultdict(list) for place in places}
    for place in found:
        for id in facts.statements_naming.get(place, ()):
            said = facts.statements[id]
            if isinstance(said, Adoption) and said.adopter == place:
                found[place][said.mechanism].append(id)
    return found


def _cell(facts: Facts, told: Told, mechanism: str) -> Cell:
    if not told:
        return Cell(Mark.UNREAD)
    if own := told.get(mechanism):
        said = [_adoption(facts, id) for id in own]
        taught = [
            lesson for one in said if one.stance in DEEDS for lesson in lessons_behind(facts, one)
        ]
        return Cell(
            mark=_mark(said),
            since=tuple(sorted({one.since for one in said if one.since and one.stance in DEEDS})),
            statements=tuple(own),
            teachers=tuple(dict.fromkeys(lesson.teacher for lesson in taught)),
            lessons=tuple(dict.fromkeys(lesson.statement for lesson in taught)),
        )
    kinds = sorted(mechanism_and_narrower(facts, mechanism) - {mechanism})
    deeds = [id for kind in kinds for id in told.get(kind, ()) if _is_deed(facts, id)]
    return Cell(Mark.NARROWER, statements=tuple(deeds)) if deeds else Cell(Mark.UNSAID)


def _mark(said: Sequence[Adoption]) -> Mark:
    if any(_differ(one, other) for one, other in combinations(said, 2)):
        return Mark.DIFFERENT
    return _firmest(one.stance for one in said)


def _firmest(stances: Iterable[Stance]) -> Mark:
    return BY_STANCE[min(stances, key=list(Stance).index)]


def _differ(one: Adoption, other: Adoption) -> bool:
    """Whether two sources say what cannot both be true: a dispute, as `where_sources_disagree`.

    What one plans and another tells as done can both be true. A denial disputes a deed of the
    same model, unless they are of different times. Two deeds under the same model dispute each
    other if their dates do.
    """
    deeds = (one.stance in DEEDS) + (other.stance in DEEDS)
    if one.source == other.source or Stance.PLANNED in (one.stance, other.stance) or not deeds:
        return False
    if deeds == 2:
        return one.model == other.model and _apart(one, other)
    is_same = None in (one.model, other.model) or one.model == other.model
    return is_same and not _apart(one, other)


def _apart(one: Adoption, other: Adoption) -> bool:
    """Whether both are dated, and one date is wholly before the other."""
    if not (one.since and other.since):
        return False
    dates = edtf_interval(one.since), edtf_interval(other.since)
    return Order.CERTAIN in (dates[0].before(dates[1]), dates[1].before(dates[0]))


def _lessons(facts: Facts, place: str) -> Cell:
    """From whom a place learned anything, whatever it was."""
    said = {lesson.statement: lesson for lesson in lessons_of(facts, place)}
    if not said:
        return Cell(Mark.UNSAID)
    mark = _firmest(facts.statements[id].stance for id in said)
    shown = [
        lesson for id, lesson in said.items() if BY_STANCE[facts.statements[id].stance] == mark
    ]
    return Cell(
        mark=mark,
        since=tuple(sorted({lesson.when for lesson in shown if lesson.when})),
        statements=tuple(said),
        teachers=tuple(dict.fromkeys(lesson.teacher for lesson in shown)),
    )


def _adoption(facts: Facts, id: str) -> Adoption:
    said = facts.statements[id]
    assert isinstance(said, Adoption)
    return said


def _is_deed(facts: Facts, id: str) -> bool:
    return facts.statements[id].stance in DEEDS
