"""Every table of texts is whole: both languages, the same values, all plural forms."""

from __future__ import annotations

import csv
import re
import string
from pathlib import Path

import pytest

import texts.tables
from texts.plurals import CATEGORIES, SEPARATOR
from texts.tables import ANSWERS, LANGUAGES, PICTURES, TextTable

TABLES = [one for one in vars(texts.tables).values() if isinstance(one, TextTable)]
FOLDER = Path(texts.tables.__file__).parent
EVERY = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
# A word in s behind a 1 that is a verb, not the plural of a noun.
VERBS = "is|has|does|lies"


def gaps(text: str) -> list[tuple[str, list[str]]]:
    """The values of a text in their order, each with its plural forms if it has any."""
    parsed = string.Formatter().parse(text)
    return [
        (name, spec.split(SEPARATOR) if SEPARATOR in (spec or "") else [])
        for _, name, spec, _ in parsed
        if name is not None
    ]


def test_every_file_of_texts_is_a_table():
    assert {path.name for path in FOLDER.glob("*.csv")} == {table.file for table in TABLES}


@EVERY
def test_a_table_has_the_same_cells_in_each_row_and_each_key_once(table):
    with (FOLDER / table.file).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:3] == ["key", *LANGUAGES]
    assert {len(row) for row in rows} == {len(head)}
    assert len({row[0] for row in rows}) == len(rows)


@EVERY
def test_every_text_is_in_both_languages_with_the_same_values(table):
    for key, row in table.rows().items():
        zh, en = (
            sorted(name for name, forms in gaps(row[language]) if not forms)
            for language in LANGUAGES
        )
        assert row["zh"].strip() and row["en"].strip(), key
        assert zh == en, key


@EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_has_a_form_for_each_category_and_is_shown_itself(table, language):
    for key, row in table.rows().items():
        names = {name for name, forms in gaps(row[language]) if not forms}
        for name, forms in gaps(row[language]):
            if forms:
                assert name in names, key
                assert len({*forms} - {""}) == len(CATEGORIES[language]), key


@EVERY
def test_nothing_is_said_of_one_in_the_plural(table):
    for key, row in table.rows().items():
        names = {name for name, _ in gaps(row["en"])}
        text = table.say(key, "en", **dict.fromkeys(names, 1))
        assert not re.search(rf"\b1 (?:more )?(?!(?:{VERBS})\b)\w+s\b", text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_a_script_fills_have_no_plural_forms(language):
    """The scripts put values in by name only."""
    sent = PICTURES.in_language(language) | {
        key: text for key, text in ANSWERS.in_language(language).items() if key.startswith("talk_")
    }
    assert [key for key, text in sent.items() if SEPARATOR in text] == []


def test_a_text_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        PICTURES.say("nothing of this name", "en")
    assert "nothing of this name" not in PICTURES and "play" in PICTURES
