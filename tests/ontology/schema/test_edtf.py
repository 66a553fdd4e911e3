"""EDTF dates as intervals of days."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from ontology.schema.edtf import BadDate, Interval, Order, edtf_interval, first_of

YEAR_2019 = Interval(date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2021-08", date(2021, 8, 1), date(2021, 8, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2019~", date(2018, 1, 1), date(2020, 12, 31)),
        ("2019?", date(2018, 1, 1), date(2020, 12, 31)),
        ("2012/2014", date(2012, 1, 1), date(2014, 12, 31)),
        ("2005-06/2006", date(2005, 6, 1), date(2006, 12, 31)),
        ("../2024-11", None, date(2024, 11, 30)),
        ("2019/..", date(2019, 1, 1), None),
        ("2019/2019", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_a_date_is_the_days_that_it_may_mean(text, earliest, latest):
    interval = edtf_interval(text)
    assert (interval.earliest, interval.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2019/",
        "/2019",
        "../..",
        "2014/2012",
        "2020-13",
        "2020-13-45",
        "2019-02-29",
        "2021-04-31",
        "2020-00",
        "2020-1",
        "20",
        "20200101",
        "2020/2021/2022",
        "30年前",
        "2019年",
        "２０１９",
        "2019 ",
        "2019\n",
        "about 2019",
        "2019-21",
        "[2019,2020]",
        "-2019",
        "y20190",
        "0000",
        "2019-01-01T10:00",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(BadDate):
        edtf_interval(text)


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("2018", "2019", Order.CERTAIN),
        ("2019", "2018", Order.IMPOSSIBLE),
        ("2019", "2019", Order.POSSIBLE),
        ("2019", "2019~", Order.POSSIBLE),
        ("../2018", "2019/..", Order.CERTAIN),
        ("2019/..", "../2018", Order.IMPOSSIBLE),
        ("2010/..", "2019", Order.POSSIBLE),
        ("2019", "../2030", Order.POSSIBLE),
        ("2019-05-01", "2019-05-01", Order.IMPOSSIBLE),
        ("2019-05-01", "2019-05-02", Order.CERTAIN),
        ("2019-05-01", "2019-05", Order.POSSIBLE),
    ],
)
def test_before_says_whether_all_some_or_no_days_come_first(one, other, order):
    assert edtf_interval(one).order_before(edtf_interval(other)) is order


def two_digits(number: int) -> str:
    return f"{number:02}"


years = st.integers(1800, 2100).map(str)
months = st.builds("{}-{}".format, years, st.integers(1, 12).map(two_digits))
days = st.dates(date(1800, 1, 1), date(2100, 12, 31)).map(date.isoformat)
points = st.builds("{}{}".format, years | months | days, st.sampled_from(["", "~", "?"]))
texts = points | st.builds("{}/{}".format, points, points) | points.map(lambda p: f"../{p}")


def read(text: str) -> Interval | None:
    try:
        return edtf_interval(text)
    except BadDate:
        return None


intervals = texts.map(read).filter(lambda found: found is not None)


@given(texts)
def test_an_interval_never_ends_before_it_begins(text):
    found = read(text)
    if found and found.earliest and found.latest:
        assert found.earliest <= found.latest


@given(intervals, intervals)
def test_two_dates_are_never_certainly_before_each_other(one, other):
    assert not (one.order_before(other) is other.order_before(one) is Order.CERTAIN)


@given(intervals, intervals)
def test_what_is_certainly_before_is_impossibly_after(one, other):
    if one.order_before(other) is Order.CERTAIN:
        assert other.order_before(one) is Order.IMPOSSIBLE


@given(intervals, intervals, intervals)
def test_certainly_before_is_transitive(one, other, third):
    if one.order_before(other) is other.order_before(third) is Order.CERTAIN:
        assert one.order_before(third) is Order.CERTAIN


@given(intervals)
def test_no_date_is_certainly_before_itself(one):
    assert one.order_before(one) is not Order.CERTAIN


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_a_day_lies_in_its_month_and_its_year(day):
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        found = edtf_interval(text)
        assert found.earliest <= day <= found.latest


@given(st.text(max_size=12) | st.text("0123456789-/.~?X", max_size=12))
def test_any_text_is_a_date_or_refused(text):
    found = read(text)
    assert found is None or isinstance(found, Interval)


def test_a_time_since_has_begun_by_the_end_of_its_beginning():
    assert edtf_interval("2019/..").begun_by == date(2019, 12, 31)
    assert edtf_interval("2019-02/..").begun_by == date(2019, 2, 28)
    assert edtf_interval("2019").begun_by == date(2019, 12, 31)
    assert edtf_interval("../2024-11").begun_by == date(2024, 11, 30)
    first = first_of([edtf_interval("2022"), edtf_interval("2019/..")])
    assert first is not None and first.begun_by == date(2019, 12, 31)


PLAIN_DATES = st.one_of(
    st.integers(0, 9999).map("{:04d}".format),
    st.tuples(st.integers(0, 9999), st.integers(0, 13)).map(lambda p: "{:04d}-{:02d}".format(*p)),
    st.tuples(st.integers(0, 9999), st.integers(1, 12), st.integers(0, 32)).map(
        lambda p: "{:04d}-{:02d}-{:02d}".format(*p)
    ),
)


@given(PLAIN_DATES)
def test_a_plain_date_is_what_the_library_makes_of_it(text):
    """Plain dates are read without the library, for it takes milliseconds a date."""
    try:
        parsed = parse_edtf(text)
        days = [date(*moment[:3]) for moment in (parsed.lower_strict(), parsed.upper_strict())]
    except (EDTFParseException, ValueError, AttributeError):
        with pytest.raises(BadDate):
            edtf_interval(text)
    else:
        assert edtf_interval(text) == Interval(*days)
