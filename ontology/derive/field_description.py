"""Describes a field in words, for the schema page and the messages of the shapes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ontology.labels.labels import Word, name
from ontology.schema.fields import Field
from ontology.schema.value_types import TextSpan

PLAIN = {
    str: Word("文字", "text", "", ""),
    int: Word("整数", "a whole number", "", ""),
    Decimal: Word("十进制数", "a decimal number", "", ""),
    date: Word("日期，如 2026-11-21", "a day such as 2026-11-21", "", ""),
    TextSpan: Word("位置", "a spot", "", ""),
}
DATE = Word("EDTF 日期", "an EDTF date", "", "")
SEVERAL_WORD = Word("可有多个", "may be several", "", "")
OPTIONAL = Word("可空", "may be empty", "", "")


def field_description(field: Field, language: str) -> str:
    """What a field may hold, how often, in `zh` or `en`."""
    parts = [_words_of_type(field, language)]
    if field.is_list:
        parts.append(SEVERAL_WORD.name(language))
    if not field.required:
        parts.append(OPTIONAL.name(language))
    return ("；" if language == "zh" else "; ").join(parts)


def _words_of_type(field: Field, language: str) -> str:
    if field.referred_kinds:
        return " / ".join(name(kind, language) for kind in field.referred_kinds)
    if field.choices and language == "zh":
        kind = field.value_type.__name__
        return "、".join(f"{choice} {name(f'{kind}.{choice}', 'zh')}" for choice in field.choices)
    if field.choices:
        return ", ".join(field.choices)
    return (DATE if field.is_date else PLAIN[field.value_type]).name(language)
