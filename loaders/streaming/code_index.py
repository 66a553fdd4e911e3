"""The kind of thing that each code names, in nine bytes a code."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from loaders.streaming.digests import Digests, as_digests, digest
from ontology.schema.kinds import THINGS, Indicator, Source, Thing

# How many codes that were looked up last are remembered.
MAX_REMEMBERED_CODES = 50_000
# The attributes that remember what was looked up.
CACHES = ("position", "things")
# The fields of things that are needed to check a row that names them.
NEEDED_FIELDS: Mapping[type[Thing], str] = {Source: "length", Indicator: "unit"}


class CodeIndex:
    """The codes of all things with their kinds. Add all codes before you look any up."""

    def __init__(self) -> None:
        self._digests, self._kinds = array("Q"), array("B")
        self._numbers = {kind: number for number, kind in enumerate(THINGS)}
        self._needed: dict[tuple[type[Thing], str], object] = {}
        self._remember_positions()

    def _remember_positions(self) -> None:
        self.position = lru_cache(MAX_REMEMBERED_CODES)(self._position)

    def __getstate__(self) -> dict[str, object]:
        # what is remembered is not sent to another process
        assert len(self) >= 0  # the codes are in order now
        return {name: value for name, value in vars(self).items() if name not in CACHES}

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state)
        self._remember_positions()

    def __len__(self) -> int:
        return len(self._in_order[0])

    def add(self, kind: type[Thing], codes: Iterable[str]) -> None:
        """Adds codes of things of a kind."""
        before = len(self._digests)
        self._digests.extend(map(digest, codes))
        self._kinds.extend([self._numbers[kind]] * (len(self._digests) - before))

    def add_thing(self, thing: Thing) -> None:
        """Keeps the field of a thing that NEEDED_FIELDS names; its code is added apart."""
        kind = type(thing)
        self._needed.setdefault((kind, thing.code), getattr(thing, NEEDED_FIELDS[kind]))

    @property
    def repeated_digests(self) -> frozenset[int]:
        """The digests of the codes that several things have."""
        digests = self._in_order[0]
        return frozenset(digests[1:][digests[1:] == digests[:-1]].tolist())

    def kind(self, code: str) -> type[Thing] | None:
        """The kind of the thing with a code; None if no thing has it."""
        position = self.position(code)
        return None if position is None else THINGS[self._in_order[1][position]]

    def codes_at(self, positions: npt.NDArray[np.intp]) -> frozenset[int]:
        """The digests of the codes with these positions."""
        return frozenset(self._in_order[0][positions].tolist())

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """The things by code, with no fields but those of NEEDED_FIELDS."""
        return _Things(self, self._needed)

    @cached_property
    def _in_order(self) -> tuple[Digests, npt.NDArray[np.uint8]]:
        digests, kinds = as_digests(self._digests), np.frombuffer(self._kinds, np.uint8)
        self._digests, self._kinds = array("Q"), array("B")  # so that they are in memory once
        order = np.argsort(digests, kind="stable")
        return digests[order], kinds[order]

    def _position(self, code: str) -> int | None:
        """The number of a code, below the number of codes; None if no thing has it."""
        digests, code_digest = self._in_order[0], np.uint64(digest(code))
        position = int(np.searchsorted(digests, code_digest))
        return position if position < len(digests) and digests[position] == code_digest else None


class _Things(Mapping[str, Thing]):
    """Things by code for the checks of rows; it cannot tell which codes there are."""

    def __init__(self, codes: CodeIndex, needed: Mapping[tuple[type[Thing], str], object]) -> None:
        self._codes, self._needed = codes, needed
        self._bare = {kind: kind.model_construct(code="") for kind in THINGS}
        self._thing_of = lru_cache(MAX_REMEMBERED_CODES)(self._thing)

    def __getitem__(self, code: str) -> Thing:
        thing = self._thing_of(code)
        if thing is None:
            raise KeyError(code)
        return thing

    def _thing(self, code: str) -> Thing | None:
        kind = self._codes.kind(code)
        if kind is None or (kind, code) not in self._needed:
            return None if kind is None else self._bare[kind]
        fields: Any = {"code": code, NEEDED_FIELDS[kind]: self._needed[kind, code]}
        return kind.model_construct(**fields)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return len(self._codes)
