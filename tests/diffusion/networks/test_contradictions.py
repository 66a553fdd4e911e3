"""Dates that cannot be squared: only what is certain counts."""

from __future__ import annotations

from math import inf

from diffusion.networks.contradictions import Conflict, check_dates, first_adoptions
from diffusion.study.study import NumericInterval, Tie

UNKNOWN = NumericInterval(-inf, inf)


def conflicts(tie: Tie, **adoptions: NumericInterval) -> list[tuple[Conflict, float]]:
    return [(one.conflict, one.gap) for one in check_dates([tie], adoptions).contradictions]


def test_a_teacher_who_certainly_had_nothing_yet_is_a_contradiction():
    tie = Tie("l", "t", NumericInterval(2012, 2013))
    assert conflicts(tie, t=NumericInterval(2015, 2016)) == [(Conflict.TEACHER_LATER, 2)]
    assert conflicts(tie, t=NumericInterval(2013, 2016)) == []  # the dates touch


def test_a_learner_who_certainly_had_it_already_is_a_contradiction():
    tie = Tie("l", "t", NumericInterval(2012, 2013))
    assert conflicts(tie, l=NumericInterval(2005, 2010)) == [(Conflict.LEARNER_EARLIER, 2)]
    assert conflicts(tie, l=NumericInterval(2005, 2012)) == []


def test_half_known_dates_are_compared_by_the_end_that_is_known():
    assert conflicts(Tie("l", "t", NumericInterval(-inf, 2010)), t=NumericInterval(2015, inf)) == [
        (Conflict.TEACHER_LATER, 5)
    ]
    assert (
        conflicts(Tie("l", "t", NumericInterval(-inf, 2010)), t=NumericInterval(-inf, 2016)) == []
    )


def test_a_date_that_ends_before_it_begins_is_told():
    assert conflicts(Tie("l", "t", NumericInterval(2014, 2012))) == [(Conflict.BACKWARD, 2)]


def test_what_bears_no_date_or_is_not_known_is_counted_as_not_comparable():
    ties = [Tie("l", "t", UNKNOWN), Tie("l", "u", NumericInterval(1, 2))]
    found = check_dates(ties, {"l": NumericInterval(3, 4), "t": UNKNOWN})
    assert (found.compared_pairs, found.not_comparable, found.contradictions) == (1, 3, ())


def test_the_first_adoption_of_anything_is_bounded_by_every_date():
    found = first_adoptions(
        {
            "x": {"a": NumericInterval(2010, 2012), "b": UNKNOWN},
            "y": {"a": NumericInterval(2011, 2011)},
            "z": {},
        }
    )
    assert found == {"a": NumericInterval(2010, 2011), "b": UNKNOWN}


def test_without_learners_only_teachers_are_checked():
    tie = Tie("l", "t", NumericInterval(2012, 2013))
    adoptions = {"t": NumericInterval(2015, 2016), "l": NumericInterval(2005, 2010)}
    found = check_dates([tie], adoptions, learners=False)
    assert [one.conflict for one in found.contradictions] == [Conflict.TEACHER_LATER]
    assert found.compared_pairs == 1
