"""A draft: a row that a curator may accept, with the passages it rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from loaders.sha256 import sha256
from ontology.schema.value_types import TextSpan

# The beginning of a cell that names a thing which the facts do not have.
NEW_PREFIX = "new:"


class Band(StrEnum):
    """How far a drafter trusts a draft."""

    SURE = "sure"
    LOOK = "look"
    GUESS = "guess"


@dataclass(frozen=True)
class Draft:
    """A proposed row of one kind.

    `kind` is the name of the table (`learned_from`); `cells` are the row's cells by column, as a
    curator would type them, without source, spans and curation; `spans` are the passages in the
    raw text, the first one that of the statement. `candidates` are other values by column, the
    likeliest first; `drafted_by` names the rules or the model with its version; `findings` are
    codes of the lint.
    """

    kind: str
    source: str
    cells: tuple[tuple[str, str], ...]
    spans: tuple[TextSpan, ...]
    band: Band
    drafted_by: str
    candidates: tuple[tuple[str, tuple[str, ...]], ...] = ()
    findings: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """A hash of kind, source, cells and spans: the same proposal has the same id, whoever
        drafted it."""
        spans = [[span.start, span.end, span.sha256] for span in self.spans]
        content = [self.kind, self.source, sorted(self.cells), spans]
        return sha256(json.dumps(content).encode())[:24]

    def cell(self, column: str) -> str:
        """The cell of a column; "" if it is empty."""
        return dict(self.cells).get(column, "")


def draft_span(raw: str, start: int, end: int) -> TextSpan:
    """Raw characters as a span with the hash of their text."""
    return TextSpan(start, end, sha256(raw[start:end].encode()))


def filled_cells(cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Cells without the empty ones, sorted by column, as a draft holds them."""
    return tuple(sorted((column, cell) for column, cell in cells.items() if cell))


def new_name(cell: str) -> str | None:
    """The name of the new thing that a cell proposes; None for any other cell."""
    return cell.removeprefix(NEW_PREFIX) if cell.startswith(NEW_PREFIX) else None
