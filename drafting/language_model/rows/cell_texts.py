"""The cells of a model's row as text, written as in a table.

A model writes numbers with separators, digits of full width, and choices by their names; whatever
else it writes is checked as any cell is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from drafting.drafts.draft import NEW_PREFIX
from loaders.tables.spreadsheet_dates import as_edtf
from ontology.labels.labels import name as word
from ontology.schema.fields import Field, content_fields, fields
from ontology.schema.kinds import Statement

STANCE, LANGUAGES = "stance", ("zh", "en")
# No name and no wording is longer, and a cell with this sign is a list.
MAX_LETTERS, LIST_SIGN = 200, "|"
# Letters that nobody sees: those that give an order (a zero byte, a direction of writing), and
# halves of a letter, with which a text cannot be saved.
UNSEEN_CATEGORIES, HALF_LETTERS = ("Cc", "Cf"), "Cs"
GROUPED_DIGITS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


def cell_texts(row: Mapping[str, Any], kind: type[Statement]) -> dict[str, str] | None:
    """The filled cells of a row; None if one is no text, or none that a cell can hold."""
    cells = {}
    for field in fields(kind):
        if field.name != STANCE and field not in content_fields(kind):
            continue
        value = row.get(field.name)
        if value is None:
            continue
        if field.is_list and isinstance(value, list) and all(isinstance(v, str) for v in value):
            value = LIST_SIGN.join(value)
        text = seen_letters(value) if isinstance(value, str) else None
        if text is None or len(text) > MAX_LETTERS or (LIST_SIGN in text and not field.is_list):
            return None
        if text:
            cells[field.name] = _as_in_table(text, field)
    return cells


def seen_letters(text: str) -> str | None:
    """A text without letters that nobody sees; None if it has half a letter."""
    categories = [unicodedata.category(letter) for letter in text]
    if HALF_LETTERS in categories:
        return None
    pairs = zip(text, categories, strict=True)
    return "".join(
        letter for letter, category in pairs if category not in UNSEEN_CATEGORIES
    ).strip()


def _as_in_table(text: str, field: Field) -> str:
    """A cell as a table writes it: a date, a number, a choice, or the name of a thing."""
    if field.referred_kinds:
        return text.removeprefix(NEW_PREFIX)
    if field.choices:
        return _choice(text, field)
    if field.is_date:
        return as_edtf(unicodedata.normalize("NFKC", text))
    if field.value_type in (Decimal, int):
        number = unicodedata.normalize("NFKC", text)
        return number.replace(",", "") if GROUPED_DIGITS.fullmatch(number) else number
    return text


def _choice(text: str, field: Field) -> str:
    """The choice that a text is, in capitals or small letters, or by its name."""
    for choice in field.choices:
        key = f"{field.value_type.__name__}.{choice}"
        names = (choice, *(word(key, language) for language in LANGUAGES))
        if text.casefold() in {name.casefold() for name in names}:
            return str(choice)
    return text
