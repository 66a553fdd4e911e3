"""`new:NAME` in a cell, and the code of the thing that now has this name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from drafting.drafts.draft import Draft, filled_cells, new_name
from drafting.rows.typed_row import KINDS
from ontology.schema.fields import referred_kinds
from ontology.schema.kinds import Thing
from ontology.schema.value_types import SEPARATOR

# The codes of things by kind and name.
CodesByName = Mapping[tuple[str, str], str]


def codes_by_name(things: Iterable[Thing]) -> CodesByName:
    """The code for each name that only one thing of its kind has."""
    codes: dict[tuple[str, str], str] = {}
    ambiguous_names = set()
    for thing in things:
        for name in thing.names:
            key = (type(thing).__name__, name)
            if codes.setdefault(key, thing.code) != thing.code:
                ambiguous_names.add(key)
    return {key: code for key, code in codes.items() if key not in ambiguous_names}


def with_codes(draft: Draft, codes: CodesByName) -> Draft:
    """The draft with the codes of the new things that are accepted."""
    columns = _reference_columns(draft)
    cells = {
        column: SEPARATOR.join(_code(part, columns[column], codes) for part in _parts(cell))
        if column in columns
        else cell
        for column, cell in draft.cells
    }
    return replace(draft, cells=filled_cells(cells))


def waiting_names(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each (column, name) of a thing that a draft names and that is not accepted."""
    for column, part in references_in(draft):
        if name := new_name(part):
            yield column, name


def references_in(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each (column, part of a cell) that names a thing: by its code, or as `new:NAME`."""
    for column in _reference_columns(draft):
        for part in filter(None, _parts(draft.cell(column))):
            yield column, part


def _code(part: str, kinds: tuple[str, ...], codes: CodesByName) -> str:
    name = new_name(part)
    if name is None:
        return part
    matches = (codes[kind, name] for kind in kinds if (kind, name) in codes)
    return next(matches, part)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(SEPARATOR)]


def _reference_columns(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    kind = KINDS.get(draft.kind)
    return referred_kinds(kind) if kind else {}
