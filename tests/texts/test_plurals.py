"""Plural forms: chosen by the count as it is written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale

from texts.plurals import CATEGORIES, category, fill_text
from texts.tables import LANGUAGES

COUNTS = [*range(130), 1000, 1001, 1_000_000, 0.0, 0.5, 1.0, 1.5]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_has_the_category_that_unicode_gives_it(language):
    locale = Locale.parse(language)
    from_cldr = {count: locale.plural_form(_as_written(count)) for count in COUNTS}
    assert {count: category(count, language) for count in COUNTS} == from_cldr
    assert set(CATEGORIES[language]) == {*locale.plural_form.rules, "other"}


def _as_written(count: float) -> object:
    """The count with the digits that are shown: Babel takes 1.0 as a float for 1."""
    return count if isinstance(count, int) else Decimal(str(count))


def test_the_form_of_one_is_told_from_all_others():
    text = "{links} {links:link|links} between {things} {things:thing|things}"
    assert fill_text(text, "en", {"links": 1, "things": 2}) == "1 link between 2 things"
    assert fill_text(text, "en", {"links": 0, "things": 1}) == "0 links between 1 thing"
    assert fill_text("{count} {count:row|rows}", "en", {"count": "1"}) == "1 row"


def test_a_text_without_forms_is_filled_as_any_format():
    assert fill_text("{share:.1f} {name}", "en", {"share": 0.25, "name": "{x}|"}) == "0.2 {x}|"
    assert fill_text("{n:.1f} {count:row|rows}", "en", {"n": 2, "count": 1}) == "2.0 row"


def test_a_value_that_is_missing_is_an_error():
    for text in ("{count}", "{count} {count:row|rows}"):
        with pytest.raises(KeyError):
            fill_text(text, "en", {})
