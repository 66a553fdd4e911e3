"""The changes that a draft needs until it says the same as a curated statement."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from drafting.drafts.draft import Draft, new_name
from drafting.scoring.names import names_thing
from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import Measurement, Stance, Statement

# How many edits a wrong cell needs, by table and column: 1 where a choice among candidates or a
# single word mends it, 2 where the draft is of little use with it, 0 where it is no edit but the
# draft is not right at once. Dates and other columns are not compared.
COSTS: Mapping[str, Mapping[str, int]] = {
    "learned_from": {"learner": 2, "teacher": 2},
    "derived_from": {"model": 2, "origin": 2},
    "has_model": {"holder": 1, "model": 1},
    "adoption": {"adopter": 1, "mechanism": 2, "stance": 0},
    "designation": {"designee": 2, "programme": 1},
    "endorsement": {"endorser": 1, "endorsed": 1, "how": 0},
    "cooperation": {"one": 2, "other": 2},
    "member_of": {"member": 2, "group": 1},
    "within": {"part": 2, "whole": 2},
    "borders": {"one": 2, "other": 2},
    "happening": {"participant": 2, "event": 1},
    "measurement": {"subject": 1, "indicator": 1, "bound": 2, "unit": 2, "per": 2},
}
# The number of candidates that a curator sees.
VISIBLE_CANDIDATES = 5
# No candidate that the curator sees is right: the cell has to be typed.
NO_CHOICE = 2


@dataclass(frozen=True)
class Edits:
    """How many edits a draft needs, and whether it is right as it is."""

    count: int
    is_right: bool


def edits(draft: Draft, row: Statement, facts: Facts, drafter_facts: Facts) -> Edits | None:
    """The edits that a draft needs; None if it has another kind or another value.

    `facts` have the row, `drafter_facts` are those of the drafter: a thing that these lack can
    only be drafted by its name.
    """
    if draft.kind != snake(type(row).__name__):
        return None
    if isinstance(row, Measurement) and _number(draft.cell("value")) != row.value:
        return None
    orders = [dict(draft.cells)]
    for edge in (edge for edge in type(row).edges if edge.mutual):
        cells = orders[0]
        swapped_cells = {edge.start: cells.get(edge.end, ""), edge.end: cells.get(edge.start, "")}
        orders.append({**cells, **swapped_cells})
    cost_lists = [
        tuple(_wrong_cell_costs(draft, cells, row, facts, drafter_facts)) for cells in orders
    ]
    return min((Edits(sum(costs), not costs) for costs in cost_lists), key=lambda item: item.count)


def _number(cell: str) -> Decimal | float:
    try:
        return Decimal(cell)
    except InvalidOperation:
        return math.nan


def _wrong_cell_costs(
    draft: Draft, cells: Mapping[str, str], row: Statement, facts: Facts, drafter_facts: Facts
) -> Iterator[int]:
    """The cost of each wrong cell."""
    columns = COSTS.get(draft.kind)
    if columns is None:
        columns = {field.name: 1 for field in reference_fields(type(row)) if field.name != "source"}
    for column, cost in columns.items():
        value, cell = str(getattr(row, column) or ""), cells.get(column, "")
        if column == "stance":
            # a curator sees implied or stated at a glance, but a plan is no deed
            if (cell == Stance.PLANNED) != (value == Stance.PLANNED):
                yield cost
        elif cell != value:
            share = _likeness(cell, value, row, facts, drafter_facts)
            if share is None:
                yield min(cost, _choice(draft, column, value, row, facts, drafter_facts))
            elif share < 1:
                yield 1


def _choice(
    draft: Draft, column: str, code: str, row: Statement, facts: Facts, drafter_facts: Facts
) -> int:
    """The cost of the best choice among the candidates in sight; none if no name is right."""
    visible_cells = _visible_candidates(draft, column)
    if code in visible_cells:
        return 1
    shares = [_likeness(cell, code, row, facts, drafter_facts) or 0 for cell in visible_cells]
    return 1 if max(shares, default=0) == 1 else NO_CHOICE


def _likeness(
    cell: str, code: str, row: Statement, facts: Facts, drafter_facts: Facts
) -> float | None:
    """1 if the name that a cell proposes is the thing's, less if it is similar, or None."""
    name, thing = new_name(cell), facts.things.get(code)
    if name is None or thing is None:
        return None
    return names_thing(
        name, thing, getattr(row, "local_name", None), is_in_facts=code in drafter_facts.things
    )


def _visible_candidates(draft: Draft, column: str) -> tuple[str, ...]:
    return dict(draft.candidates).get(column, ())[:VISIBLE_CANDIDATES]
