"""The content of a statement: its id, its content as text, and the things that it names."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import chain
from json.encoder import encode_basestring_ascii

from ontology.schema.fields import content_fields, reference_fields
from ontology.schema.kinds import Kind, Statement
from ontology.schema.value_types import TextSpan

# Fields on the reading of a statement, which are not part of its content.
CURATION = {"curator", "accepted", "composed", "drafted_by"}


def statement_id(statement: Statement) -> str:
    """The id of a statement: its kind and a hash of its content and its spot.

    The same statement has the same id in every release and on every machine.
    """
    field_values = statement.__dict__
    members = [
        f"{key}: {_json(value)}"
        for name, key in _identifying_fields(type(statement))
        if (value := field_values[name]) is not None
    ]
    return f"{_prefix(type(statement))}-{short_hash('{' + ', '.join(members) + '}')}"


def content_values(statement: Statement) -> dict[str, str]:
    """The content of a statement, as text by field, without the words as written."""
    field_values = statement.__dict__
    content = {
        name: str(value)
        for name in content_names(type(statement))
        if (value := field_values[name]) is not None
    }
    content["stance"] = statement.stance.value
    return content


def content_text(statement: Statement) -> str:
    """What `json.dumps` makes of the `content_values`, in half the time."""
    field_values = statement.__dict__
    members = [
        f"{key}: {encode_basestring_ascii(str(value))}"
        for name, key in _content_fields(type(statement))
        if (value := field_values[name]) is not None
    ]
    members.append(f'"stance": {encode_basestring_ascii(statement.stance.value)}')
    return f"{{{', '.join(members)}}}"


@cache
def content_names(kind: type[Statement]) -> tuple[str, ...]:
    """The names of the fields with the content of a statement of this kind, without its wording."""
    return tuple(field.name for field in content_fields(kind) if not field.is_wording)


def references(kind: Kind) -> list[tuple[str, str]]:
    """Each (field, code) by which a thing or statement names another thing."""
    pairs = []
    field_values = kind.__dict__
    for field in reference_fields(type(kind)):
        value = field_values[field.name]
        if field.is_list:
            pairs += [(field.name, code) for code in value]
        elif value is not None:
            pairs.append((field.name, value))
    return pairs


def named_codes(kind: type[Kind], values: Sequence[Kind]) -> Mapping[str, Set[str]]:
    """The codes by which values of one kind name things, by field; see `references`."""
    codes_by_field = {}
    for field in reference_fields(kind):
        column = [value.__dict__[field.name] for value in values]
        codes = set(chain.from_iterable(column) if field.is_list else column)
        codes.discard(None)
        codes_by_field[field.name] = codes
    return codes_by_field


def snake(name: str) -> str:
    """`LearnedFrom` as `learned_from`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def short_hash(*parts: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of these texts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


@cache
def _prefix(kind: type[Statement]) -> str:
    return snake(kind.__name__)


@cache
def identifying_names(kind: type[Statement]) -> tuple[str, ...]:
    """The names of the fields that make the id of a statement of this kind, in their order."""
    return tuple(sorted(name for name in kind.model_fields if name not in CURATION))


@cache
def _content_fields(kind: type[Statement]) -> tuple[tuple[str, str], ...]:
    """The names of the fields of `content_values`, with each name in JSON."""
    return tuple((name, json.dumps(name)) for name in content_names(kind))


@cache
def _identifying_fields(kind: type[Statement]) -> tuple[tuple[str, str], ...]:
    """The names of the fields that make the id, in their order, with each name in JSON."""
    return tuple((name, json.dumps(name)) for name in identifying_names(kind))


def _json(value: object) -> str:
    """A value as Python's `json` writes it; spans as their fields, decimals digit for digit.

    The encoder itself takes twice as long, for it is set up anew for each statement.
    """
    if isinstance(value, str):
        return encode_basestring_ascii(value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_json, value))}]"
    if isinstance(value, TextSpan):
        return f'{{"end": {value.end}, "sha256": "{value.sha256}", "start": {value.start}}}'
    return encode_basestring_ascii(str(value))
