"""Time-respecting reach: by hand, and against every world that the intervals allow."""

from __future__ import annotations

from itertools import product
from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from diffusion.networks.temporal_reach import certain_arrivals, earliest_arrivals
from diffusion.study.study import NumericInterval, Tie

UNKNOWN = NumericInterval(-inf, inf)


def tie(learner: str, teacher: str, earliest: float = -inf, latest: float = inf) -> Tie:
    return Tie(learner, teacher, NumericInterval(earliest, latest))


def test_a_chain_in_the_order_of_its_dates_is_certain():
    ties = [tie("a", "o", 2012, 2012.99), tie("b", "a", 2015, 2015.99)]
    assert earliest_arrivals(ties, "o") == {"o": -inf, "a": 2012, "b": 2015}
    assert certain_arrivals(ties, "o") == {"o": -inf, "a": 2012.99, "b": 2015.99}


def test_a_chain_against_the_order_of_its_dates_reaches_nobody():
    ties = [tie("a", "o", 2015, 2015.99), tie("b", "a", 2012, 2012.99)]
    assert "b" not in earliest_arrivals(ties, "o")
    assert "b" not in certain_arrivals(ties, "o")


def test_two_ties_of_the_same_year_are_a_possible_chain_but_no_certain_one():
    ties = [tie("a", "o", 2015, 2015.99), tie("b", "a", 2015, 2015.99)]
    assert earliest_arrivals(ties, "o")["b"] == 2015
    assert "b" not in certain_arrivals(ties, "o")


def test_equal_moments_may_follow_one_another():
    ties = [tie("a", "o", 3, 3), tie("b", "a", 3, 3)]
    assert certain_arrivals(ties, "o")["b"] == earliest_arrivals(ties, "o")["b"] == 3


def test_an_undated_tie_with_the_origin_is_certain_and_leads_on_only_possibly():
    ties = [tie("a", "o"), tie("b", "a", 2015, 2016)]
    assert certain_arrivals(ties, "o") == {"o": -inf, "a": inf}
    assert earliest_arrivals(ties, "o") == {"o": -inf, "a": -inf, "b": 2015}


def test_a_later_way_round_is_taken_where_the_straight_one_came_too_early():
    ties = [tie("b", "a", 1, 1), tie("a", "o", 2, 2), tie("c", "a", 3, 3), tie("b", "c", 4, 4)]
    assert earliest_arrivals(ties, "o") == {"o": -inf, "a": 2, "c": 3, "b": 4}


def test_what_happened_before_the_start_reaches_nobody():
    ties = [tie("a", "o", 2, 2), tie("b", "o", 5, 5)]
    assert earliest_arrivals(ties, "o", start=3) == {"o": 3, "b": 5}


def test_circles_repeated_ties_and_strangers_change_nothing():
    ties = [tie("a", "o", 1, 1), tie("a", "o", 1, 1), tie("a", "a", 0, 9), tie("o", "a", 2, 2)]
    assert earliest_arrivals(ties, "o") == {"o": -inf, "a": 1}
    assert earliest_arrivals([], "o") == {"o": -inf}
    assert earliest_arrivals(ties, "stranger") == {"stranger": -inf}


# --- brute force ----------------------------------------------------------------------------


def world(moments: dict[Tie, int]) -> dict[str, float]:
    """Earliest arrivals from a when every tie has one moment, by going round until all is still."""
    found = {"a": -inf}
    while True:
        grown = dict(found)
        for one, moment in moments.items():
            if found.get(one.teacher, inf) <= moment:
                grown[one.learner] = min(grown.get(one.learner, inf), moment)
        if grown == found:
            return found
        found = grown


def chains(ties: list[Tie], path: tuple[Tie, ...] = ()) -> list[tuple[Tie, ...]]:
    """Every chain from a that visits nobody twice."""
    end = path[-1].learner if path else "a"
    seen = {"a", *(one.learner for one in path)}
    onward = [one for one in ties if one.teacher == end and one.learner not in seen]
    return [path, *(chain for one in onward for chain in chains(ties, (*path, one)))]


SPANS = st.tuples(st.integers(0, 3), st.integers(0, 2)).map(
    lambda s: NumericInterval(s[0], s[0] + s[1])
)
NETWORKS = st.lists(
    st.builds(Tie, st.sampled_from("abcd"), st.sampled_from("abcd"), SPANS), max_size=5
).map(lambda ties: [Tie(t.learner, t.teacher, t.when, str(i)) for i, t in enumerate(ties)])


@settings(max_examples=60, deadline=None)
@given(NETWORKS)
def test_the_earliest_arrival_is_the_earliest_of_all_worlds(ties):
    ranges = [range(int(t.when.earliest), int(t.when.latest) + 1) for t in ties]
    found: dict[str, float] = {}
    for moments in product(*ranges):
        for node, moment in world(dict(zip(ties, moments, strict=True))).items():
            found[node] = min(found.get(node, inf), moment)
    assert earliest_arrivals(ties, "a") == found


@settings(deadline=None)
@given(NETWORKS)
def test_the_certain_arrival_is_the_soonest_end_of_a_chain_that_holds_in_all_worlds(ties):
    found = {"a": -inf}
    for chain in chains(ties):
        holds = all(
            b.when.earliest >= a.when.latest for a, b in zip(chain, chain[1:], strict=False)
        )
        if chain and holds:
            end = chain[-1]
            found[end.learner] = min(found.get(end.learner, inf), end.when.latest)
    assert certain_arrivals(ties, "a") == found


@settings(deadline=None)
@given(NETWORKS, st.permutations("abcd"))
def test_new_names_change_nothing_but_the_names(ties, names):
    new = dict(zip("abcd", names, strict=True))
    renamed = [Tie(new[t.learner], new[t.teacher], t.when) for t in ties]
    for measure in (earliest_arrivals, certain_arrivals):
        before = measure(ties, "a")
        assert measure(renamed, new["a"]) == {new[node]: when for node, when in before.items()}
