"""The value types of fields: each says how its text is read and refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from ontology.schema.edtf import BadDate, edtf_interval

SEPARATOR = "|"
# Between several codes in one text: it is in no code, and an address holds it unescaped.
CODE_SEPARATOR = "~"
# Written out, for \d is also a full-width digit; no position and no count needs 16 digits.
DECIMAL = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
WHOLE_NUMBER = re.compile(r"[0-9]{1,15}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Printable and without the signs that RFC 3986 leaves out: such an address is safe in a link, in
# RDF and on a terminal.
ADDRESS = re.compile(
    r"https?://[^\s/?#<>\"{}|\\^`\x00-\x20\x7f-\x9f]+[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f]*"
)
SPAN = re.compile(r"([0-9]{1,15})-([0-9]{1,15}):([0-9a-f]{64})")


@dataclass(frozen=True)
class Ref:
    """Marks a field as the code of a thing of one of these kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True)
class DateText:
    """Marks a field as an EDTF date."""


@dataclass(frozen=True)
class TextSpan:
    """Characters start to end (end excluded) of a source's text, and the hash of what they read."""

    start: int
    end: int
    sha256: str


def _parts(text: Any) -> Any:
    """`a|b` as ("a", "b"): how a table's cell holds several values."""
    if not isinstance(text, str):
        return text
    return tuple(filter(None, map(str.strip, text.split(SEPARATOR))))


def _edtf(text: Any) -> Any:
    try:
        edtf_interval(text)
    except BadDate as error:
        raise PydanticCustomError("bad_date", "not a date: {value}", {"value": text}) from error
    return text


def _day(text: Any) -> Any:
    """A full date only: 2026-11-21."""
    if not isinstance(text, str):
        return text
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # such as month 13 or day 45
    raise PydanticCustomError("bad_day", "not a day: {value}", {"value": text})


def _address(text: Any) -> Any:
    """A web address in full."""
    if isinstance(text, str) and not ADDRESS.fullmatch(text):
        raise PydanticCustomError("bad_address", "not an address: {value}", {"value": text})
    return text


def _decimal(text: Any) -> Any:
    """A plain decimal, kept digit for digit; no exponents, no thousands separators."""
    if isinstance(text, Decimal):
        return text
    if not DECIMAL.fullmatch(str(text)):
        raise PydanticCustomError("bad_number", "not a number: {value}", {"value": text})
    return Decimal(text)


def _spans(text: Any) -> Any:
    """`12-20:<sha256>|31-40:<sha256>` as spans."""
    return tuple(_span(part) if isinstance(part, str) else part for part in _parts(text))


def _span(text: str) -> TextSpan:
    match = SPAN.fullmatch(text)
    if match is None:
        raise PydanticCustomError("bad_span", "not a span: {value}", {"value": text})
    return TextSpan(int(match[1]), int(match[2]), match[3])


def _whole_number(text: Any) -> Any:
    if isinstance(text, str) and not WHOLE_NUMBER.fullmatch(text):
        raise PydanticCustomError("bad_number", "not a number: {value}", {"value": text})
    return int(text)


Text = Annotated[str, StringConstraints(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.+_-]*$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Texts = Annotated[tuple[str, ...], BeforeValidator(_parts)]
Spans = Annotated[tuple[TextSpan, ...], BeforeValidator(_spans)]
Edtf = Annotated[str, BeforeValidator(_edtf), DateText()]
Day = Annotated[date, BeforeValidator(_day)]
Address = Annotated[str, BeforeValidator(_address)]
Number = Annotated[Decimal, BeforeValidator(_decimal)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
