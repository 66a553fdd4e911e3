"""The view of a page as text for its address, and back; independent of Streamlit.

A page lists the parts of its view once. Parts with their first value are left out of the text.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ontology.schema.value_types import CODE_SEPARATOR

# A query's text is short, so a compression bomb in an address is not unpacked.
MAX_TEXT_BYTES = 100_000
MAX_RANGE_LENGTH = 20


class UnresolvedPart(ValueError):
    """A part of an address has no meaning here."""


class UrlPart(Protocol):
    """One part of a view: its name in the address, and its key in the session."""

    @property
    def name(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def default(self) -> Any: ...

    def read(self, text: str) -> Any:
        """The value; raises Unresolved."""

    def write(self, value: Any) -> str:
        """The text of a value."""


@dataclass(frozen=True)
class ChoicePart:
    """One of the options; a default of None means none."""

    name: str
    key: str
    options: Collection[str]
    default: str | None = None

    def read(self, text: str) -> str | None:
        if text not in self.options:
            raise UnresolvedPart(text)
        return text

    def write(self, value: str | None) -> str:
        return value or ""


@dataclass(frozen=True)
class OptionalChoicePart(ChoicePart):
    """One of the options, or none, which is an empty text."""

    def read(self, text: str) -> str | None:
        return super().read(text) if text else None


@dataclass(frozen=True)
class ChoicesPart:
    """Some of the options, in the options' order or in the order in which they were chosen."""

    name: str
    key: str
    options: Collection[str]
    default: tuple[str, ...] = ()
    keeps_order: bool = False

    def read(self, text: str) -> list[str]:
        codes = list(dict.fromkeys(text.split(CODE_SEPARATOR))) if text else []
        if unknown := [code for code in codes if code not in self.options]:
            raise UnresolvedPart(CODE_SEPARATOR.join(unknown))
        return self.in_order(codes)

    def write(self, value: Collection[str]) -> str:
        return CODE_SEPARATOR.join(self.in_order(value))

    def in_order(self, codes: Collection[str]) -> list[str]:
        """These options in the order in which they stand in an address."""
        return list(codes) if self.keeps_order else [code for code in self.options if code in codes]


@dataclass(frozen=True)
class NumberRange:
    """Two whole numbers, the first not above the second, within the ends."""

    name: str
    key: str
    default: tuple[int, int]

    def read(self, text: str) -> tuple[int, int]:
        start, _, end = text.partition(CODE_SEPARATOR)
        if len(text) > MAX_RANGE_LENGTH or not (start.isdecimal() and end.isdecimal()):
            raise UnresolvedPart(text)
        numbers = int(start), int(end)
        if not self.default[0] <= numbers[0] <= numbers[1] <= self.default[1]:
            raise UnresolvedPart(text)
        return numbers

    def write(self, value: tuple[int, int]) -> str:
        return f"{value[0]}{CODE_SEPARATOR}{value[1]}"


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    name: str
    key: str
    default: bool = field(kw_only=True)

    def read(self, text: str) -> bool:
        if text not in ("0", "1"):
            raise UnresolvedPart(text)
        return text == "1"

    def write(self, value: bool) -> str:  # noqa: FBT001 (as UrlPart has it)
        return "1" if value else "0"


@dataclass(frozen=True)
class CompressedText:
    """Any text, packed."""

    name: str
    key: str
    default: str = ""

    def read(self, text: str) -> str:
        try:
            unpack = zlib.decompressobj()
            compressed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            content = unpack.decompress(compressed, MAX_TEXT_BYTES)
            if not unpack.eof:
                raise UnresolvedPart(text)
            return content.decode("utf-8")
        except (binascii.Error, zlib.error, ValueError) as error:
            raise UnresolvedPart(text) from error

    def write(self, value: str) -> str:
        compressed = zlib.compress(value.encode("utf-8"), 9)
        return base64.urlsafe_b64encode(compressed).rstrip(b"=").decode("ascii")


@dataclass(frozen=True)
class ShortText:
    """A text as it is, if it is accepted; its meaning is checked when it is used."""

    name: str
    key: str
    default: str | None
    accepts: Callable[[str], bool]

    def read(self, text: str) -> str:
        if not self.accepts(text):
            raise UnresolvedPart(text)
        return text

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True)
class UrlValues:
    """The content of an address: the values by key, and each (name, text) without meaning."""

    values: Mapping[str, Any]
    lost_parts: tuple[tuple[str, str], ...] = ()


def read(parts: Sequence[UrlPart], query: Mapping[str, str]) -> UrlValues:
    """The view of an address; parts that it leaves out or that are lost have their first value."""
    values: dict[str, Any] = {part.key: part.default for part in parts}
    lost_parts: list[tuple[str, str]] = []
    for part in parts:
        if part.name in query:
            try:
                values[part.key] = part.read(query[part.name])
            except UnresolvedPart as error:
                lost_parts.append((part.name, str(error)))
    return UrlValues(values, tuple(lost_parts))


def write(parts: Sequence[UrlPart], values: Mapping[str, Any]) -> dict[str, str]:
    """The address of a view, without parts that have their first value."""
    texts = {}
    for part in parts:
        value = values.get(part.key, part.default)
        is_written = value is not None or isinstance(part, OptionalChoicePart)
        if is_written and (text := part.write(value)) != _first_text(part):
            texts[part.name] = text
    return texts


def _first_text(part: UrlPart) -> str | None:
    is_written = part.default is not None or isinstance(part, OptionalChoicePart)
    return part.write(part.default) if is_written else None
