"""Numbers on the disk: which stand twice, which stand beside several values, and dates by code."""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.streaming import digests
from loaders.streaming.dates_by_code import DatesByCode
from loaders.streaming.digests import (
    DigestRows,
    TextTuples,
    repeated_row_numbers,
    with_several_values,
)

NUMBERS = st.integers(0, 20) | st.integers(2**64 - 20, 2**64 - 1)


@pytest.fixture(autouse=True, scope="module")
def few_rows_together():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(digests, "MEMORY_ROWS", 3)
        yield


@given(st.lists(NUMBERS))
def test_the_numbers_that_stand_twice_are_found(numbers):
    with closing(DigestRows(1)) as rows:
        for number in numbers:
            rows.add_all([(number,)])
        assert repeated_row_numbers(rows) == {
            number for number, n in Counter(numbers).items() if n > 1
        }


@given(st.lists(st.tuples(NUMBERS, NUMBERS)))
def test_the_keys_with_several_values_are_found(pairs):
    values = defaultdict(set)
    with closing(DigestRows(2)) as rows:
        for key, value in pairs:
            values[key].add(value)
            rows.add_all([(key, value)])
        assert with_several_values(rows) == {key for key, found in values.items() if len(found) > 1}


def test_the_last_date_of_a_code_counts():
    dates = DatesByCode()
    dates.add({"a": "2019", "b": "2020-03"})
    assert dates["a"] == "2019"
    dates.add({"a": "2021", "c": "2019"})
    assert [dates.get(code) for code in "abcd"] == ["2021", "2020-03", "2019", None]


WORDS = st.text("ab", max_size=2)


@given(st.lists(st.lists(st.tuples(WORDS, WORDS))), st.tuples(WORDS, WORDS))
def test_a_set_of_text_tuples_has_what_was_added(added, other):
    tuples = TextTuples()
    for some in added:
        tuples.add_all(some)
        assert all(texts in tuples for texts in some)
    assert (other in tuples) == any(other in some for some in added)
