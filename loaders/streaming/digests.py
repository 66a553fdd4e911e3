"""Texts as numbers of eight bytes, on the disk, to find repeated ones among millions."""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from typing import IO

import numpy as np
import numpy.typing as npt

# The bits of a number in an array of type Q.
ALL_BITS = 2**64 - 1
Digests = npt.NDArray[np.uint64]
# How many rows are in memory at a time.
MEMORY_ROWS = 500_000


def digest(*texts: str) -> int:
    """A number of 64 bits for some texts: two of 10 million share one once in 400,000 cases."""
    return int.from_bytes(blake2b("\x1f".join(texts).encode(), digest_size=8).digest(), "big")


def quick_digest(*parts: object) -> int:
    """A number of 64 bits for some values, for this process only, in a quarter of the time.

    Use it where two values of one number only cost time.
    """
    return hash(parts) & ALL_BITS


def as_digests(numbers: array[int]) -> Digests:
    """The numbers of an array of type Q, without copying them."""
    return np.frombuffer(numbers, np.uint64) if numbers else np.empty(0, np.uint64)


class TextTuples(Container[tuple[str, ...]]):
    """A set of tuples of texts, in eight bytes each."""

    def __init__(self) -> None:
        self._digests = array("Q")

    def add_all(self, tuples: Iterable[tuple[str, ...]]) -> None:
        """Adds some tuples."""
        self.__dict__.pop("_in_order", None)
        self._digests.extend(digest(*texts) for texts in tuples)

    def __contains__(self, texts: object) -> bool:
        if not isinstance(texts, tuple) or not self._digests:
            return False
        wanted_digest = np.uint64(digest(*texts))
        place = int(np.searchsorted(self._in_order, wanted_digest))
        return place < len(self._in_order) and bool(self._in_order[place] == wanted_digest)

    @cached_property
    def _in_order(self) -> Digests:
        return np.sort(as_digests(self._digests))


class DigestRows:
    """Rows of some numbers of 64 bits, which are kept on the disk."""

    def __init__(self, width: int) -> None:
        self._width, self._count = width, 0
        self._new = array("Q")
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115

    def add_all(self, rows: Iterable[Sequence[int]]) -> None:
        """Adds some rows, few enough for memory; the first number of each is its key.

        Raises OSError if the disk is full.
        """
        before = len(self._new)
        self._new.extend(chain.from_iterable(rows))
        self._count += (len(self._new) - before) // self._width
        self._write_if_many()

    def extend(self, rows: Digests) -> None:
        """Adds several rows; see `add_all`."""
        self._new.frombytes(rows.tobytes())
        self._count += len(rows)
        self._write_if_many()

    def arrays(self) -> Iterator[Digests]:
        """All rows as they were added, in arrays of bounded size."""
        self._write()
        yield from self._rows()

    def groups(self) -> Iterator[Digests]:
        """The rows in arrays of bounded size; those of one key are in the same array."""
        count = self._count // MEMORY_ROWS + 1
        for number in range(count):
            group_rows = [rows[rows[:, 0] % np.uint64(count) == number] for rows in self.arrays()]
            if group_rows:
                yield np.concatenate(group_rows)

    def close(self) -> None:
        """Removes the rows from the disk."""
        self._file.close()

    def _rows(self) -> Iterator[Digests]:
        self._file.seek(0)
        while content := self._file.read(MEMORY_ROWS * self._width * self._new.itemsize):
            yield np.frombuffer(content, np.uint64).reshape(-1, self._width)

    def _write_if_many(self) -> None:
        if len(self._new) >= MEMORY_ROWS * self._width:
            self._write()

    def _write(self) -> None:
        self._file.seek(0, os.SEEK_END)
        self._file.write(self._new.tobytes())
        self._new = array("Q")


def repeated_row_numbers(rows: DigestRows) -> frozenset[int]:
    """The numbers that stand there more than once, in rows of one number each."""
    return frozenset(number for group in rows.groups() for number in repeated_numbers(group[:, 0]))


def repeated_numbers(numbers: Digests) -> frozenset[int]:
    """The numbers that stand there more than once."""
    in_order = np.sort(numbers)
    return frozenset(in_order[1:][in_order[1:] == in_order[:-1]].tolist())


def with_several_values(rows: DigestRows) -> frozenset[int]:
    """The keys that stand beside different values, in rows of a key and a value."""
    return frozenset(key for group in rows.groups() for key in _with_several_values(group))


def _with_several_values(rows: Digests) -> Iterator[int]:
    key, value = rows[np.lexsort((rows[:, 1], rows[:, 0]))].T
    differs = (key[1:] == key[:-1]) & (value[1:] != value[:-1])
    yield from key[1:][differs].tolist()
