"""The tables of texts: a key, the text in Chinese (`zh`) and the text in English (`en`)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from texts.plurals import fill_text

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class BilingualText:
    """A text in both languages."""

    zh: str
    en: str

    def name(self, language: str) -> str:
        """The text in `zh` or `en`."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class TextTable:
    """One table of texts, read once from the file of this name."""

    file: str

    def rows(self) -> Mapping[str, Mapping[str, str]]:
        """The other columns of every row, by its key."""
        return _rows(self.file)

    def say(self, key: str, language: str, /, **values: object) -> str:
        """A text in `zh` or `en` with its values; a value may be in both languages.

        Raises KeyError for an unknown key.
        """
        values = {
            k: v.name(language) if isinstance(v, BilingualText) else v for k, v in values.items()
        }
        return fill_text(self.rows()[key][language], language, values)

    def in_language(self, language: str) -> dict[str, str]:
        """Every text by its key in `zh` or `en`, its values not yet in it."""
        return {key: row[language] for key, row in self.rows().items()}

    def __contains__(self, key: str) -> bool:
        return key in self.rows()


@cache
def _rows(name: str) -> Mapping[str, Mapping[str, str]]:
    path = Path(__file__).with_name(name)
    with path.open(encoding="utf-8", newline="") as file:
        return {row.pop("key"): row for row in csv.DictReader(file)}


APP = TextTable("app.csv")
COMMANDS = TextTable("commands.csv")
PICTURES = TextTable("pictures.csv")
ANSWERS = TextTable("answers.csv")
FAULTS = TextTable("faults.csv")
MEASURES = TextTable("measures.csv")
STORES = TextTable("stores.csv")
SCHEMA = TextTable("schema.csv")
DATES = TextTable("dates.csv")
SOURCES = TextTable("sources.csv")
DECISIONS = TextTable("decisions.csv")
REVIEW = TextTable("review.csv")
LINT = TextTable("lint.csv")
LANGUAGE_MODEL = TextTable("language_model.csv")
ASSISTANT = TextTable("assistant.csv")
WORKBENCH = TextTable("workbench.csv")
SITE = TextTable("site.csv")
SYSTEM = TextTable("system.csv")
