"""PackStream, the binary form of Bolt's values: https://neo4j.com/docs/bolt/current/packstream/.

A value is None, a truth value, a 64-bit integer, a float, bytes, a text, a list, a map with texts
as keys, or a structure: a tag and its fields.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# How deep values may lie in one another.
MAX_DEPTH = 60
# By kind: the marker of the short form, its sizes, and the markers for sizes of 1, 2 and 4 bytes.
TEXT, LIST, MAP = (0x80, 16, 0xD0), (0x90, 16, 0xD4), (0xA0, 16, 0xD8)
SHORT_STRUCTURE = 0xB0
BYTES = 0xCC
MIN_INTEGER, MAX_INTEGER = -(2**63), 2**63 - 1
INTEGERS = {0xC8: ">b", 0xC9: ">h", 0xCA: ">i", 0xCB: ">q"}
SIZES = (">B", ">H", ">I")
CONSTANTS: Mapping[int, object] = {0xC0: None, 0xC2: False, 0xC3: True}


class BadPackStream(Exception):
    """Bytes that are no value, or a value that has no bytes."""


@dataclass(frozen=True)
class Structure:
    """A structure: its tag, which says what it is, and its fields."""

    tag: int
    fields: tuple[object, ...]


def pack(value: object) -> bytes:
    """A value as bytes; raises BadPackStream."""
    match value:
        case None:
            return b"\xc0"
        case bool():
            return b"\xc3" if value else b"\xc2"
        case int():
            return _packed_integer(value)
        case float():
            return b"\xc1" + struct.pack(">d", value)
        case str():
            content = value.encode(errors="replace")
            return _packed_head(TEXT, len(content)) + content
        case bytes():
            return _packed_size(BYTES, len(value)) + value
        case Structure():
            head = bytes((SHORT_STRUCTURE + len(value.fields), value.tag))
            return head + b"".join(map(pack, value.fields))
        case Mapping():
            pairs = (pack(str(key)) + pack(part) for key, part in value.items())
            return _packed_head(MAP, len(value)) + b"".join(pairs)
        case Sequence():
            return _packed_head(LIST, len(value)) + b"".join(map(pack, value))
        case _:
            raise BadPackStream(type(value).__name__)


def _packed_integer(value: int) -> bytes:
    if -16 <= value < 128:
        return struct.pack(">b", value)
    if not MIN_INTEGER <= value <= MAX_INTEGER:
        raise BadPackStream(str(value))
    for marker, form in INTEGERS.items():
        size = struct.calcsize(form) * 8 - 1
        if -(1 << size) <= value < 1 << size:
            return bytes((marker,)) + struct.pack(form, value)
    raise BadPackStream(str(value))


def _packed_head(kind: tuple[int, int, int], size: int) -> bytes:
    short_marker, sizes, long_marker = kind
    return bytes((short_marker + size,)) if size < sizes else _packed_size(long_marker, size)


def _packed_size(marker: int, size: int) -> bytes:
    for place, form in enumerate(SIZES):
        if size < 1 << struct.calcsize(form) * 8:
            return bytes((marker + place,)) + struct.pack(form, size)
    raise BadPackStream(str(size))


def unpack(content: bytes) -> object:
    """The value of bytes; raises BadPackStream."""
    reader = _Reader(content)
    value = reader.value(0)
    if reader.place != len(content):
        raise BadPackStream("more than one value")
    return value


class _Reader:
    """Reads values from bytes, one after the other."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.place = 0

    def value(self, depth: int) -> object:
        if depth > MAX_DEPTH:
            raise BadPackStream("too deep")
        marker = self._bytes(1)[0]
        if marker < 0x80 or marker >= 0xF0:
            return marker if marker < 0x80 else marker - 0x100
        if marker in CONSTANTS:
            return CONSTANTS[marker]
        if marker in INTEGERS:
            return self._number(INTEGERS[marker])
        if marker == 0xC1:
            return self._number(">d")
        if BYTES <= marker < BYTES + 3:
            return self._bytes(int(self._number(SIZES[marker - BYTES])))
        if SHORT_STRUCTURE <= marker < SHORT_STRUCTURE + 16:
            tag = self._bytes(1)[0]
            return Structure(tag, tuple(self._list(marker - SHORT_STRUCTURE, depth)))
        return self._sized_value(marker, depth)

    def _sized_value(self, marker: int, depth: int) -> object:
        for kind in (TEXT, LIST, MAP):
            short_marker, sizes, long_marker = kind
            if short_marker <= marker < short_marker + sizes:
                return self._of_kind(kind, marker - short_marker, depth)
            if long_marker <= marker < long_marker + len(SIZES):
                return self._of_kind(kind, int(self._number(SIZES[marker - long_marker])), depth)
        raise BadPackStream(f"marker {marker:#x}")

    def _of_kind(self, kind: tuple[int, int, int], size: int, depth: int) -> object:
        if kind is TEXT:
            return self._bytes(size).decode(errors="replace")
        if kind is LIST:
            return self._list(size, depth)
        keys_and_values = ((self.value(depth + 1), self.value(depth + 1)) for _ in range(size))
        return {str(key): value for key, value in keys_and_values}

    def _list(self, size: int, depth: int) -> list[object]:
        return [self.value(depth + 1) for _ in range(size)]

    def _number(self, form: str) -> int | float:
        number: int | float = struct.unpack(form, self._bytes(struct.calcsize(form)))[0]
        return number

    def _bytes(self, size: int) -> bytes:
        content = self._content[self.place : self.place + size]
        if len(content) < size:
            raise BadPackStream("the bytes end early")
        self.place += size
        return content
