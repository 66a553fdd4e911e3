"""The texts of pictures, in Chinese and English: the same in the app and in exported files."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Every text by its key, in `zh` and `en`."""
    path = Path(__file__).with_name("words.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: {"zh": row["zh"], "en": row["en"]} for row in csv.DictReader(file)}


def all_texts(language: str) -> dict[str, str]:
    """Every text by its key, in one language."""
    return {key: text[language] for key, text in texts().items()}


def say(key: str, language: str, **values: object) -> str:
    """A text in `zh` or `en`."""
    return texts()[key][language].format(**values)
