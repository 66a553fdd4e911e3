"""Dates in EDTF as a reader says them, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loaders.facts.facts_folder import read_facts
from ontology.labels.dates import date_in_words, published_in_words
from ontology.schema.fields import fields

EDTF_SIGNS = re.compile(r"\.\.|[~?/]|X|[0-9]{4}-[0-9]{2}")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2019", "2019年", "2019"),
        ("2021-08", "2021年8月", "August 2021"),
        ("2021-08-05", "2021年8月5日", "5 August 2021"),
        ("2019~", "2019年前后", "about 2019"),
        ("2019-05?", "2019年5月（存疑）", "May 2019 (uncertain)"),
        ("../2024-12-22", "至迟2024年12月22日", "by 22 December 2024"),
        ("2019/..", "自2019年起", "since 2019"),
        ("2019-04~/..", "自2019年4月前后起", "since about April 2019"),
        ("2012/2014", "2012年至2014年", "2012 to 2014"),
        ("201X", "2010年至2019年间的某年", "a year from 2010 to 2019"),
        ("201X-05", "2010年至2019年间某年的5月", "May of a year from 2010 to 2019"),
        ("about then", "about then", "about then"),
        ("2019-21", "2019-21", "2019-21"),
    ],
)
def test_a_date_in_words(text, zh, en):
    assert (date_in_words(text, "zh"), date_in_words(text, "en")) == (zh, en)


def test_a_publication_with_an_open_end_does_not_go_on():
    assert published_in_words("2024-10/..", "zh") == "不早于2024年10月"
    assert published_in_words("2024-10/..", "en") == "not before October 2024"
    assert published_in_words("2025-01-15", "en") == "15 January 2025"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("folder", ["facts", "tests/small"])
def test_no_date_of_the_facts_keeps_a_sign_of_edtf(root: Path, folder: str, language: str):
    facts = read_facts(root / folder)
    dates = {
        date
        for value in (*facts.things.values(), *facts.statements.values())
        for field in fields(type(value))
        if field.is_date and (date := getattr(value, field.name))
    }
    assert dates
    words = {date: date_in_words(date, language) for date in dates}
    assert not [date for date, text in words.items() if EDTF_SIGNS.search(text)]
    assert len(set(words.values())) == len(dates)
