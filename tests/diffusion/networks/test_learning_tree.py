"""The learning tree: which teacher is chosen, and the published shapes of trees."""

from __future__ import annotations

from itertools import combinations
from math import inf

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffusion.networks.learning_tree import (
    generations,
    learning_forest,
    ties_in_adoption_order,
    tree_shapes,
)
from diffusion.study.study import NumericInterval, Tie

UNKNOWN = NumericInterval(-inf, inf)


def tie(
    learner: str, teacher: str, when: float | NumericInterval = UNKNOWN, weight: float = 1.0
) -> Tie:
    return Tie(
        learner,
        teacher,
        when if isinstance(when, NumericInterval) else NumericInterval(when, when),
        "",
        weight,
    )


def only_shape(parents: dict[str, str]):
    (shape,) = tree_shapes(parents)
    return shape


def chosen_teachers(*ties: Tie) -> dict[str, str]:
    return {learner: one.teacher for learner, one in learning_forest(ties).parents.items()}


# --- published values -----------------------------------------------------------------------


@pytest.mark.parametrize("n", [2, 3, 10, 1000])
def test_a_star_has_the_published_virality(n):
    shape = only_shape({f"l{i}": "o" for i in range(n - 1)})
    assert shape.virality == pytest.approx(2 * (n - 1) / n)
    assert (shape.size, shape.depth, shape.width, shape.direct_share) == (n, 1, n - 1, 1.0)


@pytest.mark.parametrize("n", [2, 3, 10, 1000])
def test_a_path_has_the_published_virality(n):
    shape = only_shape({f"{i + 1}": f"{i}" for i in range(n - 1)})
    assert shape.virality == pytest.approx((n + 1) / 3)
    assert (shape.depth, shape.width, shape.direct) == (n - 1, 1, 1)


def test_a_full_binary_tree_of_depth_3_has_the_published_virality():
    shape = only_shape({str(i): str(i // 2) for i in range(2, 16)})
    assert shape.virality == pytest.approx(3.504762, abs=5e-7)
    assert (shape.size, shape.depth, shape.width) == (15, 3, 8)
    assert shape.mean_depth == pytest.approx((2 * 1 + 4 * 2 + 8 * 3) / 14)


# --- which teacher --------------------------------------------------------------------------


def test_the_teacher_who_was_certainly_there_first_is_chosen():
    assert chosen_teachers(tie("a", "late", 2015), tie("a", "early", 2012)) == {"a": "early"}
    assert chosen_teachers(
        tie("a", "x", NumericInterval(2000, 2013)), tie("a", "y", NumericInterval(2012, 2012))
    ) == {"a": "y"}


def test_a_dated_tie_comes_before_an_undated_one_and_weight_before_the_name():
    assert chosen_teachers(tie("a", "b"), tie("a", "z", 2020)) == {"a": "z"}
    assert chosen_teachers(tie("a", "b", 2020), tie("a", "z", 2020, weight=2)) == {"a": "z"}
    assert chosen_teachers(tie("a", "z", 2020), tie("a", "b", 2020)) == {"a": "b"}


def test_a_tie_that_would_close_a_circle_gives_way_to_the_next():
    found = learning_forest(
        [tie("a", "b", 1), tie("b", "c", 2), tie("c", "a", 3), tie("c", "o", 4)]
    )
    assert {learner: one.teacher for learner, one in found.parents.items()} == {
        "a": "b",
        "b": "c",
        "c": "o",
    }
    assert found.circles == 0


def test_by_adoption_the_teacher_is_who_adopted_last_before_the_learner():
    adoptions = {name: NumericInterval(day, day) for day, name in enumerate("opqa")} | {
        "r": NumericInterval(2, 9)
    }
    ties = [
        tie("a", "p"),
        tie("a", "q"),
        tie("a", "r"),
        tie("q", "a"),
        tie("p", "o"),
        tie("p", "x"),
    ]
    found = ties_in_adoption_order(ties, adoptions)
    assert [(one.learner, one.teacher) for one in found] == [("a", "p"), ("a", "q"), ("p", "o")]
    parents = learning_forest(found, newest=True).parents
    assert {learner: one.teacher for learner, one in parents.items()} == {"a": "q", "p": "o"}


def test_an_undated_tie_comes_last_for_the_newest_too():
    found = learning_forest([tie("a", "b"), tie("a", "z", 2020), tie("a", "y", 2010)], newest=True)
    assert found.parents["a"].teacher == "z"


def test_what_the_choice_left_out_is_counted():
    found = learning_forest(
        [
            tie("a", "o", 1),
            tie("a", "o", 5),
            tie("a", "p", 1),
            tie("o", "a", 9),
            tie("b", "b", 1),
            tie("d", "o", 1),
            tie("d", "p", 2),
        ]
    )
    assert found.several_teachers == 2
    assert found.undecided_learners == 1  # o and p taught a at the same date
    assert found.circles == 1  # o has no tie but that with its own learner
    assert found.self_ties == 1
    assert found.repeated_ties == 1


def test_no_ties_have_no_trees():
    assert learning_forest([]).parents == {}
    assert tree_shapes({}) == []
    assert learning_forest([tie("a", "a", 1)]).parents == {}


def test_each_origin_has_its_own_tree_the_largest_first():
    found = tree_shapes({"a": "o", "b": "o", "c": "b", "x": "p"})
    assert [(one.origin, one.size, one.depth) for one in found] == [("o", 4, 2), ("p", 2, 1)]
    assert generations({"a": "o", "c": "a"}) == {"o": ("o", 0), "a": ("o", 1), "c": ("o", 2)}


# --- laws -----------------------------------------------------------------------------------

NAMES = st.sampled_from("abcdef")
TIES = st.lists(
    st.builds(tie, NAMES, NAMES, st.integers(0, 9).map(float), st.integers(1, 3).map(float)),
    max_size=20,
)


@given(TIES)
def test_every_learner_is_in_one_tree_unless_only_circles_are_open_to_it(ties):
    found = learning_forest(ties)
    parents = {learner: one.teacher for learner, one in found.parents.items()}
    network = nx.DiGraph((teacher, learner) for learner, teacher in parents.items())
    assert nx.is_forest(network) if len(network) else not parents
    learners = {one.learner for one in ties if one.learner != one.teacher}
    assert len(learners) == len(parents) + found.circles
    assert set(parents.items()) <= {(one.learner, one.teacher) for one in ties}


@given(TIES)
def test_virality_is_the_mean_distance_of_all_pairs(ties):
    parents = {learner: one.teacher for learner, one in learning_forest(ties).parents.items()}
    network = nx.Graph(parents.items())
    for shape in tree_shapes(parents):
        members = nx.node_connected_component(network, shape.origin)
        distances = [nx.shortest_path_length(network, *pair) for pair in combinations(members, 2)]
        assert shape.size == len(members)
        assert shape.virality == pytest.approx(sum(distances) / len(distances))


@given(TIES, st.permutations("abcdef"))
def test_names_matter_only_where_dates_and_weights_do_not_decide(ties, names):
    distinct = [Tie(one.learner, one.teacher, NumericInterval(i, i)) for i, one in enumerate(ties)]
    new = dict(zip("abcdef", names, strict=True))
    renamed = [Tie(new[one.learner], new[one.teacher], one.when) for one in distinct]
    before = {learner: one.teacher for learner, one in learning_forest(distinct).parents.items()}
    after = {learner: one.teacher for learner, one in learning_forest(renamed).parents.items()}
    assert after == {new[learner]: new[teacher] for learner, teacher in before.items()}


@given(TIES, st.randoms())
def test_the_order_of_the_rows_does_not_matter(ties, random):
    shuffled = random.sample(ties, len(ties))
    assert chosen_teachers(*shuffled) == chosen_teachers(*ties)
