"""What has come about by a moment: a date is an interval, and nobody's date is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.links.cumulative_count import curve
from graph.links.edge_bundles import EdgeBundle, bundle_of
from graph.links.timeline import TimeState, first_interval_of, onset, state_at, timeline_years
from graph.model.fact import distinct_facts, fact_edges
from ontology.schema.edtf import Interval, edtf_interval
from ontology.schema.kinds import LearnedFrom

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def dated_bundles(draw: st.DrawFn, start: str = "a") -> EdgeBundle:
    """A line with some interval, open at either end or dated nowhere."""
    first_day, last_day = sorted((draw(DAYS), draw(DAYS)))
    ends = [(first_day, last_day), (first_day, None), (None, last_day)]
    when = draw(st.sampled_from([None, *(Interval(*pair) for pair in ends)]))
    code = f"{start}{draw(st.integers(0, 9))}"
    return EdgeBundle(code, code, "T", "b", "stated", None, (), when)


SOME_BUNDLES = st.lists(dated_bundles(), max_size=12)


def bundle_of_date(when: str) -> EdgeBundle:
    """The bundle of one statement with this date."""
    passage = {"source": "s", "start": 0, "end": 1, "sha256": "0" * 64}
    reading = {"stance": "stated", "curator": "c", "accepted": "2026-01-01"}
    lesson = LearnedFrom(learner="a", teacher="b", how="learned", when=when, **passage, **reading)
    return bundle_of(list(fact_edges(distinct_facts({"id": lesson}))))


@pytest.mark.parametrize(
    ("when", "year", "expected"),
    [
        ("2019", 2018, TimeState.LATER),
        ("2019", 2019, TimeState.CERTAIN),
        ("2019~", 2019, TimeState.POSSIBLE),
        ("2019~", 2020, TimeState.CERTAIN),
        ("2012/2014", 2013, TimeState.POSSIBLE),
        ("2012/2014", 2014, TimeState.CERTAIN),
        ("2022/..", 2021, TimeState.LATER),
        ("2022/..", 2022, TimeState.CERTAIN),
        ("2022/..", 2030, TimeState.CERTAIN),
        ("2021-08/..", 2021, TimeState.CERTAIN),
        ("2022~/..", 2022, TimeState.POSSIBLE),
        ("2022~/..", 2023, TimeState.CERTAIN),
        ("../2024-11", 1990, TimeState.POSSIBLE),
        ("../2024-11", 2024, TimeState.CERTAIN),
    ],
)
def test_a_date_is_certain_possible_or_still_to_come(when, year, expected):
    assert state_at(bundle_of_date(when).when, year) is expected


def test_what_bears_no_date_is_undated_at_every_moment():
    assert state_at(None, 1) is state_at(None, 9999) is TimeState.UNDATED


def test_moments_run_from_before_the_first_change_to_the_last():
    assert timeline_years([bundle_of_date("2019"), bundle_of_date("2021/2023")]) == (
        2018,
        2019,
        2020,
        2021,
        2022,
        2023,
    )
    assert timeline_years([EdgeBundle("x", "a", "T", "b", "stated", None, ())]) == ()


def test_lines_of_one_are_dated_by_the_first_of_them():
    assert first_interval_of(
        [bundle_of_date("2021"), bundle_of_date("2012/2014"), bundle_of_date("2013")]
    ) == Interval(date(2012, 1, 1), date(2013, 12, 31))


@given(SOME_BUNDLES)
def test_nothing_that_has_come_about_is_undone(some):
    years = timeline_years(some)
    order = [TimeState.LATER, TimeState.POSSIBLE, TimeState.CERTAIN]
    for line in some:
        states = [state_at(line.when, year) for year in years]
        if line.when is None:
            assert set(states) <= {TimeState.UNDATED}
        else:
            places = [order.index(one) for one in states]
            assert places == sorted(places)
            assert places[-1] > 0, "by the last moment everything dated is possible"


@given(SOME_BUNDLES)
def test_an_onset_is_the_first_moment_of_its_state(some):
    years = timeline_years(some)
    for line in some:
        possible, certain = onset(line.when, years)
        told_of = [
            at for at, year in enumerate(years) if state_at(line.when, year) is TimeState.CERTAIN
        ]
        assert certain == (told_of[0] if told_of else None)
        if possible is not None:
            assert possible == 0 or state_at(line.when, years[possible - 1]) is TimeState.LATER


@given(SOME_BUNDLES)
def test_a_curve_rises_and_its_band_holds_it(some):
    years = timeline_years(some)
    found = curve(some, years)
    assert list(found.certain) == sorted(found.certain)
    assert list(found.possible) == sorted(found.possible)
    assert all(sure <= most for sure, most in zip(found.certain, found.possible, strict=True))
    assert found.total == len({line.start for line in some})
    named = [code for certain, _ in found.newcomers for code in certain]
    assert len(named) == len(set(named)) == (found.certain[-1] if years else 0)


def test_a_curve_of_four_is_not_smoothed():
    some = [
        EdgeBundle("1", "p", "T", "m", "stated", 2019, (), edtf_interval("2019")),
        EdgeBundle("2", "p", "T", "m", "stated", 2021, (), edtf_interval("2021")),
        EdgeBundle("3", "q", "T", "m", "stated", 2020, (), edtf_interval("2020/..")),
        EdgeBundle("4", "r", "T", "m", "stated", None, ()),
        EdgeBundle("5", "s", "T", "m", "stated", 2021, (), edtf_interval("2021-03")),
    ]
    found = curve(some, (2018, 2019, 2020, 2021))
    assert found.certain == (0, 1, 2, 3)
    assert found.possible == (0, 1, 2, 3)
    assert found.undated_codes == ("r",)
    assert found.newcomers == (((), ()), (("p",), ()), (("q",), ()), (("s",), ()))
