"""The Chinese and English texts of answers: values that only questions give, and citations."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def phrases() -> Mapping[str, Mapping[str, str]]:
    """Every text by its key, in `zh` and `en`."""
    path = Path(__file__).with_name("words.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: {"zh": row["zh"], "en": row["en"]} for row in csv.DictReader(file)}


def phrase(key: str, language: str, **values: object) -> str:
    """A text in `zh` or `en`, with these values in it."""
    return phrases()[key][language].format(**values)
