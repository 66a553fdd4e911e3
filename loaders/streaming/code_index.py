"""Which kind of thing each code names, in nine bytes a code."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from loaders.streaming.digests import Digests, as_digests, digest, repeated
from ontology.schema.kinds import THINGS, Indicator, Source, Thing

# How many codes that were looked up last are remembered.
REMEMBERED = 50_000
# The kinds whose fields are needed to check a row that names them.
COMPLETE = (Source, Indicator)


class CodeIndex:
    """The codes of all things with their kinds. Add all codes before you look any up."""

    def __init__(self) -> None:
        self._digests, self._kinds = array("Q"), array("B")
        self._numbers = {kind: number for number, kind in enumerate(THINGS)}
        self._complete: dict[str, Thing] = {}
        self.position = lru_cache(REMEMBERED)(self._position)

    def __len__(self) -> int:
        return len(self._digests)

    def add(self, kind: type[Thing], codes: Iterable[str]) -> None:
        """Adds codes of things of a kind."""
        before = len(self._digests)
        self._digests.extend(map(digest, codes))
        self._kinds.extend([self._numbers[kind]] * (len(self._digests) - before))

    def add_thing(self, thing: Thing) -> None:
        """Keeps a thing with its fields; its code is added apart."""
        self._complete.setdefault(thing.code, thing)

    @property
    def repeated(self) -> frozenset[int]:
        """The digests of the codes that several things have."""
        return repeated(self._digests)

    def kind(self, code: str) -> type[Thing] | None:
        """The kind of the thing with a code; None if no thing has it."""
        position = self.position(code)
        return None if position is None else THINGS[self._in_order[1][position]]

    def codes_at(self, positions: npt.NDArray[np.intp]) -> frozenset[int]:
        """The digests of the codes with these positions."""
        return frozenset(self._in_order[0][positions].tolist())

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """The things by code; all but those of the kinds COMPLETE are without their fields."""
        return _Things(self, self._complete)

    @cached_property
    def _in_order(self) -> tuple[Digests, npt.NDArray[np.uint8]]:
        digests = as_digests(self._digests)
        order = np.argsort(digests, kind="stable")
        return digests[order], np.frombuffer(self._kinds, np.uint8)[order]

    def _position(self, code: str) -> int | None:
        """The number of a code, below the number of codes; None if no thing has it."""
        digests, wanted = self._in_order[0], np.uint64(digest(code))
        position = int(np.searchsorted(digests, wanted))
        return position if position < len(digests) and digests[position] == wanted else None


class _Things(Mapping[str, Thing]):
    """Things by code for the checks of rows; it cannot tell which codes there are."""

    def __init__(self, codes: CodeIndex, complete: Mapping[str, Thing]) -> None:
        self._codes, self._complete = codes, complete
        self._bare = {kind: kind.model_construct(code="") for kind in THINGS}

    def __getitem__(self, code: str) -> Thing:
        kind = self._codes.kind(code)
        if kind is None:
            raise KeyError(code)
        return self._complete.get(code) or self._bare[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return len(self._codes)
