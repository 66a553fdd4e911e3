"""Checks across rows of a large folder: each row leaves some numbers, few are read again.

The faults are those of the checks in `loaders.facts`: where the numbers show that rows do not fit
each other, these rows alone are read again and given to those checks.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from graph.model.dataset import Dataset
from graph.model.statement_content import identifying_names, named_codes
from loaders.facts.checks import (
    Check,
    every_thing_is_referenced,
    one_span_has_one_hash,
    statements_are_unique,
)
from loaders.facts.cycles import places_have_no_cycle, taxonomy_has_no_cycle
from loaders.facts.parsed_folder import ParsedFolder, ParsedRow
from loaders.facts.thing_checks import codes_are_unique
from loaders.streaming.code_index import CodeIndex
from loaders.streaming.digests import (
    DigestRows,
    Digests,
    digest,
    quick_digest,
    repeated_row_numbers,
    with_several_values,
)
from loaders.streaming.row_parts import RowsPart
from loaders.tables.faults import Fault
from ontology.schema.kinds import Indicator, Kind, Mechanism, Statement, Thing, Within

# The fields whose cycles are faults, by the kind that has them.
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


@dataclass(frozen=True)
class RowNotes:
    """The numbers that some rows left: ids, spots with their hashes, positions of codes, trees."""

    ids: Sequence[Digests]
    spots: Sequence[Digests]
    named_positions: npt.NDArray[np.intp]
    trees: Mapping[tuple[type[Kind], str], tuple[array[int], array[int]]]


class FolderChecks:
    """Notes what each row says that others may contradict; `second_looks` are due at the end."""

    def __init__(self, codes: CodeIndex) -> None:
        self._codes = codes
        self._ids, self._spots = DigestRows(1), DigestRows(2)
        self._named = np.zeros(len(codes), np.bool_)
        self._trees = {tree: (array("i"), array("i")) for tree in TREES}

    def notes(self) -> RowNotes:
        """What was noted, for `add_notes` in another process."""
        named_positions = np.flatnonzero(self._named)
        return RowNotes(
            [*self._ids.arrays()], [*self._spots.arrays()], named_positions, self._trees
        )

    def add_notes(self, notes: RowNotes) -> None:
        """Adds what was noted of further rows, all in processes with one seed of `hash`."""
        for rows in notes.ids:
            self._ids.extend(rows)
        for rows in notes.spots:
            self._spots.extend(rows)
        self._named[notes.named_positions] = True
        for tree, (starts, ends) in notes.trees.items():
            self._trees[tree][0].extend(starts)
            self._trees[tree][1].extend(ends)

    def note(self, part: RowsPart) -> None:
        """Notes some rows, whose references exist."""
        for kind, values in part.values.items():
            for codes in named_codes(kind, values).values():
                self._named[[self._position(code) for code in codes]] = True
            for tree_kind, field in self._trees:
                if issubclass(kind, tree_kind):
                    self._note_tree((tree_kind, field), values)
        statements = [read.value for read in part.rows if isinstance(read.value, Statement)]
        self._ids.add_all((_content_number(statement),) for statement in statements)
        self._spots.add_all(chain.from_iterable(map(_spots, statements)))

    def _note_tree(self, tree: tuple[type[Kind], str], values: Sequence[Kind]) -> None:
        starts, ends = self._trees[tree]
        for value in values:
            for code in _codes_above(value, tree[1]):
                starts.append(self._position(_code_below(value)))
                ends.append(self._position(code))

    def close(self) -> None:
        """Removes from the disk what was noted."""
        self._ids.close()
        self._spots.close()

    def _position(self, code: str) -> int:
        position = self._codes.position(code)
        assert position is not None
        return position

    def second_looks(self, start: str | None) -> Iterator[SecondLook]:
        """The checks that would find faults, each with its rows."""
        if start is not None and (position := self._codes.position(start)) is not None:
            self._named[position] = True
        repeated_digests = self._codes.repeated_digests
        if repeated_digests:
            yield SecondLook(codes_are_unique, lambda value: _has_code(value, repeated_digests))
        if ids := repeated_row_numbers(self._ids):
            yield SecondLook(statements_are_unique, lambda value: _has_id(value, ids))
        if spots := with_several_values(self._spots):
            yield SecondLook(one_span_has_one_hash, lambda value: _cites(value, spots))
        if unnamed_digests := self._codes.codes_at(np.flatnonzero(~self._named)) - repeated_digests:
            yield SecondLook(
                every_thing_is_referenced, lambda value: _has_code(value, unnamed_digests)
            )
        yield from self._circles()

    def _circles(self) -> Iterator[SecondLook]:
        for (kind, _), (starts, ends) in self._trees.items():
            if in_circles := self._in_circles(starts, ends):
                check = places_have_no_cycle if kind is Within else taxonomy_has_no_cycle
                yield SecondLook(check, _ends_among(in_circles))

    def _in_circles(self, starts: array[int], ends: array[int]) -> frozenset[int]:
        """The digests of the codes that lie in a cycle, or between two cycles.

        What has nothing above it, or nothing below, is in no cycle: it is taken away, again and
        again, as often as the tree is high.
        """
        below, above = np.frombuffer(starts, np.int32), np.frombuffer(ends, np.int32)
        while len(below):
            has_above, has_below = (self._flags(positions) for positions in (below, above))
            stays = has_above[above] & has_below[below]
            if stays.all():
                break
            below, above = below[stays], above[stays]
        return self._codes.codes_at(np.unique(below).astype(np.intp))

    def _flags(self, positions: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """Whether each code has one of these positions."""
        flags = np.zeros(len(self._codes), np.bool_)
        flags[positions] = True
        return flags


def faults_at_second_look(
    look: SecondLook, reads: Iterable[ParsedRow], dataset: Dataset
) -> Iterable[Fault]:
    """The faults that a check finds among the rows of a folder that concern it."""
    concerned_rows = tuple(read for read in reads if look.concerns(read.value))
    return look.check(ParsedFolder(dataset, concerned_rows))


def _codes_above(value: Kind, field: str) -> Iterable[str]:
    codes = getattr(value, field)
    return codes if isinstance(codes, tuple) else [codes] if codes else []


def _code_below(value: Kind) -> str:
    """The code of the thing that lies below others: a thing itself, or the part of a place."""
    code: str = value.part if isinstance(value, Within) else getattr(value, "code", "")
    return code


def _spots(statement: Statement) -> Iterator[tuple[int, int]]:
    """The digest of each spot of a statement, and that of the spot with its hash."""
    source = statement.source
    place = quick_digest(source, statement.start, statement.end)
    yield place, quick_digest(place, statement.sha256)
    for span in statement.also_at:
        place = quick_digest(source, span.start, span.end)
        yield place, quick_digest(place, span.sha256)


def _content_number(statement: Statement) -> int:
    """A number that all statements of one id share, in a fifth of the time of their id.

    None is as an empty text, because its hash differs between processes.
    """
    values, kind = statement.__dict__, type(statement)
    return quick_digest(kind.__name__, *[values[name] or "" for name in identifying_names(kind)])


def _has_code(value: Kind, codes: frozenset[int]) -> bool:
    return isinstance(value, Thing) and digest(value.code) in codes


def _has_id(value: Kind, ids: frozenset[int]) -> bool:
    return isinstance(value, Statement) and _content_number(value) in ids


def _cites(value: Kind, spots: frozenset[int]) -> bool:
    return isinstance(value, Statement) and any(spot in spots for spot, _ in _spots(value))


def _ends_among(codes: frozenset[int]) -> Callable[[Kind], bool]:
    kinds = tuple({kind for kind, _ in TREES})
    return lambda value: isinstance(value, kinds) and digest(_code_below(value)) in codes
