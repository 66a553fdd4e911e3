"""What rows of a large folder say together: each row leaves some numbers, and few are read again.

The faults are those of the checks in `loaders.facts`: where the numbers show that rows do not fit
each other, these rows alone are read again and given to those checks.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from graph.model.dataset import Dataset
from graph.model.statement_content import references, statement_id
from loaders.facts.checks import (
    Check,
    every_thing_is_spoken_of,
    one_span_has_one_hash,
    statements_are_unique,
)
from loaders.facts.circles import places_have_no_circle, taxonomy_has_no_circle
from loaders.facts.name_checks import codes_are_unique
from loaders.facts.parsed_folder import Folder, Read
from loaders.streaming.code_index import CodeIndex
from loaders.streaming.digests import (
    as_digests,
    digest,
    quick_digest,
    repeated,
    with_several_values,
)
from loaders.streaming.row_parts import RowsPart
from loaders.tables.faults import Fault
from ontology.schema.kinds import Indicator, Kind, Mechanism, Statement, Thing, Within

# The fields whose circles are faults, by the kind that has them.
TREES: tuple[tuple[type[Kind], str], ...] = (
    (Mechanism, "broader"),
    (Mechanism, "part_of"),
    (Indicator, "broader"),
    (Within, "whole"),
)


@dataclass(frozen=True)
class SecondLook:
    """The rows that a check needs to see together: those for which `concerns` holds."""

    check: Check
    concerns: Callable[[Kind], bool]


class FolderChecks:
    """Notes what each row says that others may contradict; `second_looks` are due at the end."""

    def __init__(self, codes: CodeIndex) -> None:
        self._codes = codes
        self._ids, self._spots, self._hashes = array("Q"), array("Q"), array("Q")
        self._named = np.zeros(len(codes), np.bool_)
        self._trees = {tree: (array("Q"), array("Q")) for tree in TREES}

    def note(self, part: RowsPart) -> None:
        """Notes some rows, whose references exist."""
        self._ids.extend(quick_digest(id) for id, _ in part.statements)
        for read in part.reads:
            value = read.value
            for _, code in references(value):
                self._named[self._position(code)] = True
            for (kind, field), (starts, ends) in self._trees.items():
                if isinstance(value, kind):
                    for code in _above(value, field):
                        starts.append(self._position(_below(value)))
                        ends.append(self._position(code))
            if isinstance(value, Statement):
                for spot, hash in _spots(value):
                    self._spots.append(spot)
                    self._hashes.append(hash)

    def _position(self, code: str) -> int:
        position = self._codes.position(code)
        assert position is not None
        return position

    def second_looks(self, start: str | None) -> Iterator[SecondLook]:
        """The checks that would find faults, each with its rows."""
        if start is not None and (position := self._codes.position(start)) is not None:
            self._named[position] = True
        twice = self._codes.repeated
        if twice:
            yield SecondLook(codes_are_unique, lambda value: _has_code(value, twice))
        if ids := repeated(self._ids):
            yield SecondLook(statements_are_unique, lambda value: _has_id(value, ids))
        if spots := with_several_values(self._spots, self._hashes):
            yield SecondLook(one_span_has_one_hash, lambda value: _cites(value, spots))
        if unnamed := self._codes.codes_at(np.flatnonzero(~self._named)) - twice:
            yield SecondLook(every_thing_is_spoken_of, lambda value: _has_code(value, unnamed))
        yield from self._circles()

    def _circles(self) -> Iterator[SecondLook]:
        for (kind, _), (starts, ends) in self._trees.items():
            if in_circles := self._in_circles(starts, ends):
                check = places_have_no_circle if kind is Within else taxonomy_has_no_circle
                yield SecondLook(check, _ends_among(in_circles))

    def _in_circles(self, starts: array[int], ends: array[int]) -> frozenset[int]:
        """The digests of the codes that lie in a circle."""
        size = len(self._codes)
        pairs = as_digests(starts).astype(np.int64), as_digests(ends).astype(np.int64)
        edges = coo_array((np.ones(len(starts), np.int8), pairs), shape=(size, size))
        _, labels = connected_components(edges.tocsr(), connection="strong")
        sizes = np.bincount(labels, minlength=1)
        alone = np.zeros(size, np.bool_)
        alone[pairs[0][pairs[0] == pairs[1]]] = True  # a code above itself
        return self._codes.codes_at(np.flatnonzero((sizes[labels] > 1) | alone))


def faults_at_second_look(
    look: SecondLook, reads: Iterable[Read], dataset: Dataset
) -> Iterable[Fault]:
    """The faults that a check finds among the rows of a folder that concern it."""
    concerned = tuple(read for read in reads if look.concerns(read.value))
    return look.check(Folder(dataset, concerned))


def _above(value: Kind, field: str) -> Iterable[str]:
    codes = getattr(value, field)
    return codes if isinstance(codes, tuple) else [codes] if codes else []


def _below(value: Kind) -> str:
    """The code of the thing that lies below others: a thing itself, or the part of a place."""
    code: str = value.part if isinstance(value, Within) else getattr(value, "code", "")
    return code


def _spots(statement: Statement) -> Iterator[tuple[int, int]]:
    """The digest of each spot of a statement, and that of the spot with its hash."""
    for span in statement.spans:
        place = (statement.source, span.start, span.end)
        yield quick_digest(*place), quick_digest(*place, span.sha256)


def _has_code(value: Kind, codes: frozenset[int]) -> bool:
    return isinstance(value, Thing) and digest(value.code) in codes


def _has_id(value: Kind, ids: frozenset[int]) -> bool:
    return isinstance(value, Statement) and quick_digest(statement_id(value)) in ids


def _cites(value: Kind, spots: frozenset[int]) -> bool:
    return isinstance(value, Statement) and any(spot in spots for spot, _ in _spots(value))


def _ends_among(codes: frozenset[int]) -> Callable[[Kind], bool]:
    kinds = tuple({kind for kind, _ in TREES})
    return lambda value: isinstance(value, kinds) and digest(_below(value)) in codes
