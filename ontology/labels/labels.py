"""The Chinese and English names of kinds, fields, choices and edge types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from texts.tables import SCHEMA, BilingualText


@dataclass(frozen=True)
class Word(BilingualText):
    """The name of a key and, where the name is not enough, a sentence on it."""

    comment_zh: str
    comment_en: str

    def comment(self, language: str) -> str:
        """The sentence in `zh` or `en`; the name if there is none."""
        return (self.comment_zh if language == "zh" else self.comment_en) or self.name(language)


@cache
def schema_words() -> dict[str, Word]:
    """Every word by its key."""
    return {key: Word(**row) for key, row in SCHEMA.rows().items()}


def name(key: str, language: str) -> str:
    """The name of a kind, field or edge type, or of a choice written `Kind.value`."""
    return schema_words()[key].name(language)


def any_of(keys: Sequence[str]) -> BilingualText:
    """`Place, Organisation or Person`: the names of several keys as alternatives."""
    zh, en = ([name(key, language) for key in keys] for language in ("zh", "en"))
    return BilingualText(
        "或".join(filter(None, ("、".join(zh[:-1]), zh[-1]))),
        " or ".join(filter(None, (", ".join(en[:-1]), en[-1]))),
    )


def choice_name(value: StrEnum, language: str) -> str:
    """The name of one value of a choice."""
    return name(choice_key(value), language)


def choice_key(value: StrEnum) -> str:
    """The key under which a choice's value is named: `Stance.stated`."""
    return f"{type(value).__name__}.{value.value}"
