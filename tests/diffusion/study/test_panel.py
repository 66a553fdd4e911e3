"""The panel of a study: whole periods over its window, and the same count however it is taken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diffusion.study.observation_window import adoption_by_end, observation_window
from diffusion.study.panel import build_panel, cumulative_bounds
from diffusion.study.study import NumericInterval, Study, StudyNode

DAYS = {"a": 1999.164, "b": 2000.0, "c": 2000.508, "d": 2000.997, "e": 2001.0}


def study(times, step=0.0, window=(None, None)):
    adoptions = {node: NumericInterval(time, time) for node, time in times.items()}
    nodes = {node: StudyNode(node) for node in times}
    return Study(nodes, {"x": adoptions}, step=step, window=window), adoptions


def test_days_are_counted_in_the_year_in_which_they_lie():
    watched = build_panel(*study(DAYS))
    assert watched.periods.tolist() == [1999, 2000, 2001]
    assert watched.has_adopted.sum(axis=0).tolist() == [1, 4, 5]


def test_a_window_is_cut_to_whole_periods():
    watched = build_panel(*study(DAYS, window=(1999.5, 2000.999)))
    assert watched.periods.tolist() == [1999, 2000]
    assert watched.has_adopted.sum(axis=0).tolist() == [1, 4]


@given(
    st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.floats(0, 9), min_size=1),
    st.sampled_from([0.0, 0.5, 1.0, 2.0]),
)
def test_sharp_dates_are_counted_alike_by_period_and_by_bounds(times, step):
    data, adoptions = study(times, step)
    watched = build_panel(data, adoptions)
    counted = watched.has_adopted.sum(axis=0).tolist()
    assert cumulative_bounds(adoptions, watched, step or 1.0) == (counted, counted)


def test_what_begins_as_the_watch_ends_was_not_watched():
    data, adoptions = study(DAYS, step=1.0, window=(None, 2000))
    assert adoption_by_end(data, adoptions) == {node: node != "e" for node in DAYS}
    assert observation_window(data, adoptions).latest < 2001
