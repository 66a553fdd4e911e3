"""Texts with values in them, and the plural forms that go with a count.

`{count}` stands for a value. `{count:link|links}` stands for the form that agrees with it: the
forms are written in the order of CATEGORIES, so English has two and Chinese never needs any.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any

# The plural categories of each language in Unicode's CLDR, which Babel and a browser's
# Intl.PluralRules use too.
CATEGORIES = {"zh": ("other",), "en": ("one", "other")}
SEPARATOR = "|"


def category(count: object, language: str) -> str:
    """The CLDR category of a count as it is written: 1 is `one` in English, 1.0 is `other`."""
    return "one" if language == "en" and str(count) == "1" else "other"


def fill_text(text: str, language: str, values: Mapping[str, object]) -> str:
    """A text in `zh` or `en` with these values in it.

    Raises KeyError if a value is missing.
    """
    if SEPARATOR not in text:
        return text.format(**values)
    return _PluralFormatter(language).vformat(text, (), values)


class _PluralFormatter(string.Formatter):
    """Formats as `str.format` does, and chooses among forms that `|` separates."""

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if SEPARATOR not in format_spec:
            return str(super().format_field(value, format_spec))
        place = CATEGORIES[self.language].index(category(value, self.language))
        return format_spec.split(SEPARATOR)[place]
