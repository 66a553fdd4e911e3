"""A date for each of many codes, in twelve bytes a code."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np
import numpy.typing as npt

from loaders.streaming.digests import Digests, as_digests, digest


class DatesByCode(Mapping[str, str]):
    """The last date that was added for each code; it cannot tell which codes there are."""

    def __init__(self) -> None:
        self._digests, self._numbers = array("Q"), array("I")
        self._texts: list[str] = []
        self._number_by_text: dict[str, int] = {}

    def add(self, dates: Mapping[str, str]) -> None:
        """Adds dates by code."""
        if not dates:
            return
        self.__dict__.pop("_in_order", None)
        for code, date in dates.items():
            self._digests.append(digest(code))
            self._numbers.append(self._number_of(date))

    def __getitem__(self, code: str) -> str:
        digests, order = self._in_order
        code_digest = np.uint64(digest(code))
        place = int(np.searchsorted(digests, code_digest, side="right")) - 1
        if place < 0 or digests[place] != code_digest:
            raise KeyError(code)
        return self._texts[self._numbers[int(order[place])]]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return len(self._digests)

    def _number_of(self, date: str) -> int:
        number = self._number_by_text.setdefault(date, len(self._texts))
        if number == len(self._texts):
            self._texts.append(date)
        return number

    @cached_property
    def _in_order(self) -> tuple[Digests, npt.NDArray[np.intp]]:
        digests = as_digests(array("Q", self._digests))
        order = np.argsort(digests, kind="stable")
        return digests[order], order
