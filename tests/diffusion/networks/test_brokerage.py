"""The five roles of Gould and Fernandez: the documented example, by hand, by brute force."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffusion.networks.brokerage import Role, brokerage
from diffusion.study.study import NumericInterval, Tie


def flows(*pairs: str) -> list[Tie]:
    """`ab`: what a has goes to b."""
    return [Tie(pair[1], pair[0], NumericInterval(0, 0)) for pair in pairs]


def roles(ties: list[Tie], groups: dict[str, str]) -> dict[tuple[str, Role], int]:
    found = brokerage(ties, groups, permutations=0)
    return {
        (broker, role): int(found.counts[row, role])
        for row, broker in enumerate(found.brokers)
        for role in Role
        if found.counts[row, role]
    }


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("111", Role.COORDINATOR),
        ("121", Role.ITINERANT),
        ("122", Role.GATEKEEPER),
        ("112", Role.REPRESENTATIVE),
        ("123", Role.LIAISON),
    ],
)
def test_the_role_follows_from_the_groups_of_teacher_broker_and_learner(groups, role):
    assert roles(flows("ab", "bc"), dict(zip("abc", groups, strict=True))) == {("b", role): 1}


def test_who_also_learns_from_the_teacher_needs_no_broker():
    assert roles(flows("ab", "bc", "ac"), dict.fromkeys("abc", "1")) == {}
    assert roles(flows("ab", "ba"), dict.fromkeys("ab", "1")) == {}


def test_the_network_of_four_of_the_documentation_of_cograph():
    """Its page gives no coordinator and no liaison (as sna does); the others are by hand."""
    ties = flows("AB", "AC", "BC", "BD", "CD", "DA")
    assert roles(ties, {"A": "1", "B": "1", "C": "2", "D": "2"}) == {
        ("A", Role.GATEKEEPER): 1,  # D A B
        ("A", Role.ITINERANT): 1,  # D A C
        ("B", Role.REPRESENTATIVE): 1,  # A B D
        ("C", Role.GATEKEEPER): 1,  # A C D
        ("D", Role.ITINERANT): 1,  # B D A
        ("D", Role.REPRESENTATIVE): 1,  # C D A
    }


def test_members_without_a_group_are_left_out_and_counted():
    found = brokerage(flows("ab", "bc", "bd"), {"a": "1", "b": "1", "d": "1", "c": ""}, 0)
    assert found.ungrouped == 1
    assert found.totals.tolist() == [1, 0, 0, 0, 0]


def test_no_ties_have_no_brokers():
    found = brokerage([], {})
    assert (list(found.brokers), found.totals.tolist(), found.ungrouped) == ([], [0] * 5, 0)


def test_with_one_group_nothing_is_unlikely():
    found = brokerage(flows("ab", "bc"), dict.fromkeys("abc", "1"), permutations=99)
    assert found.p[0].tolist() == found.totals_p.tolist() == [1.0] * 5


def test_the_p_value_comes_near_that_of_all_deals():
    ties = flows("ab", "bc", "bd", "eb", "cf")
    groups = dict(zip("abcdef", "112233", strict=True))
    found = brokerage(ties, groups, permutations=4000, seed=1)
    for role in Role:
        deals = [
            sum(
                count
                for (_, one), count in roles(ties, dict(zip("abcdef", deal, strict=True))).items()
                if one == role
            )
            >= found.totals[role]
            for deal in set(permutations("112233"))
        ]
        assert found.totals_p[role] == pytest.approx(sum(deals) / len(deals), abs=0.03)


def test_the_same_seed_gives_the_same_p():
    ties, groups = flows("ab", "bc", "cd", "de"), dict(zip("abcde", "11222", strict=True))
    one, other = (brokerage(ties, groups, seed=5) for _ in range(2))
    assert np.array_equal(one.p, other.p)


PAIRS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")).map("".join))
GROUPS = st.fixed_dictionaries({name: st.sampled_from("123") for name in "abcde"})


def by_brute_force(pairs: set[str], groups: dict[str, str]) -> dict[tuple[str, Role], int]:
    names = {"111": 0, "121": 1, "122": 2, "112": 3, "123": 4}
    found: dict[tuple[str, Role], int] = {}
    for a, b, c in permutations("abcde", 3):
        if a + b in pairs and b + c in pairs and a + c not in pairs:
            kinds = dict.fromkeys(groups[x] for x in (a, b, c))
            order = {group: str(i + 1) for i, group in enumerate(kinds)}
            role = Role(names["".join(order[groups[x]] for x in (a, b, c))])
            found[b, role] = found.get((b, role), 0) + 1
    return found


@settings(deadline=None)
@given(PAIRS, GROUPS)
def test_the_counts_are_those_of_brute_force(pairs, groups):
    assert roles(flows(*pairs), groups) == by_brute_force(set(pairs), groups)


@settings(deadline=None)
@given(PAIRS, GROUPS, st.permutations("abcde"))
def test_new_names_change_nothing_but_the_names(pairs, groups, names):
    new = dict(zip("abcde", names, strict=True))
    renamed = roles(
        flows(*(new[a] + new[b] for a, b in pairs)), {new[n]: g for n, g in groups.items()}
    )
    assert renamed == {
        (new[broker], role): count for (broker, role), count in roles(flows(*pairs), groups).items()
    }
