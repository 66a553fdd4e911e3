"""The fields of a kind, read off its type hints: the only place that looks into types."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ontology.schema.kinds import TABLES, Kind, Statement
from ontology.schema.value_types import DateText, Ref, TextSpan

WRITTEN_SUFFIX = "_written"
# The name that a text uses for a mechanism.
LOCAL_NAME = "local_name"


@dataclass(frozen=True)
class Field:
    """One field of a kind.

    `value_type` is the Python type of a single value; `referred_kinds` names the kinds of thing
    that the value may be the code of (empty if it is no code of another thing).
    """

    name: str
    value_type: type
    required: bool
    is_list: bool
    referred_kinds: tuple[str, ...]
    is_date: bool

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that the field may take, if it is a choice."""
        return tuple(self.value_type) if issubclass(self.value_type, StrEnum) else ()

    @property
    def is_wording(self) -> bool:
        """Whether the field keeps the words of the text for another field."""
        return self.name.endswith(WRITTEN_SUFFIX)


@cache
def fields(kind: type[Kind]) -> tuple[Field, ...]:
    """All fields of a kind; those of a statement begin with what it says."""
    hints = get_type_hints(kind, include_extras=True)
    names = list(kind.model_fields)
    if issubclass(kind, Statement):
        names.sort(key=lambda name: name in Statement.model_fields)
    return tuple(_field(name, hints[name], kind) for name in names)


@cache
def content_fields(kind: type[Statement]) -> tuple[Field, ...]:
    """The fields that say what a statement says, without where it was read and by whom."""
    return tuple(f for f in fields(kind) if f.name not in Statement.model_fields)


@cache
def wording_fields(kind: type[Kind]) -> tuple[Field, ...]:
    """The fields of a kind that keep words of the text."""
    return tuple(field for field in fields(kind) if field.is_wording or field.name == LOCAL_NAME)


@cache
def reference_fields(kind: type[Kind]) -> tuple[Field, ...]:
    """The fields of a kind that hold codes of things."""
    return tuple(field for field in fields(kind) if field.referred_kinds)


@cache
def referred_kinds(kind: type[Kind]) -> Mapping[str, tuple[str, ...]]:
    """The kinds whose codes a field may hold, by the name of the field."""
    return {field.name: field.referred_kinds for field in reference_fields(kind)}


def kind_by_name(name: str) -> type[Kind]:
    """The kind of this name; KeyError if there is none."""
    return _kinds_by_name()[name]


@cache
def _kinds_by_name() -> Mapping[str, type[Kind]]:
    return {kind.__name__: kind for kind in TABLES}


def _field(name: str, hint: Any, kind: type[Kind]) -> Field:
    metadata: list[Any] = []
    hint = _strip(hint, metadata)
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
        hint = _strip(hint, metadata)
    is_list = get_origin(hint) is tuple
    value_type = get_args(hint)[0] if is_list else hint
    if value_type not in (str, int, date, Decimal, TextSpan) and not issubclass(
        value_type, StrEnum
    ):
        raise TypeError(f"{kind.__name__}.{name}: a field cannot hold {value_type}")
    return Field(
        name=name,
        value_type=value_type,
        required=kind.model_fields[name].is_required(),
        is_list=is_list,
        referred_kinds=next((mark.kinds for mark in metadata if isinstance(mark, Ref)), ()),
        is_date=any(isinstance(mark, DateText) for mark in metadata),
    )


def _strip(hint: Any, metadata: list[Any]) -> Any:
    """The type inside nested Annotated[...]; its marks are added to `metadata`."""
    while get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
        metadata.extend(marks)
    return hint
