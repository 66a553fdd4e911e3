"""The questions that a thing can be the subject of."""

from __future__ import annotations

import pytest

from queries.thing_questions import questions_for


@pytest.mark.parametrize(
    ("code", "key", "parameter"),
    [("12", "who_learned_from", "place"), ("lending", "who_took_up", "mechanism")],
)
def test_a_question_fits_if_it_takes_things_of_the_kind(small_facts, code, key, parameter):
    matches = {match.question.key: match.parameter for match in questions_for(small_facts, code)}
    assert matches[key] == parameter


def test_a_question_without_parameters_fits_nothing(small_facts):
    matches = questions_for(small_facts, "hill-notes")
    assert all(match.question.parameters for match in matches)
    assert "who_learned_from" not in {match.question.key for match in matches}
