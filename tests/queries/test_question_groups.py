"""The questions in groups, in the order of the reader's language, and where the page begins."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise

import pytest
from pypinyin import lazy_pinyin

from graph.model.facts import Facts
from ontology.schema.kinds import Adoption, LearnedFrom
from queries.ask import ask
from queries.catalogue import questions
from queries.first_question import ALWAYS_ANSWERED, first_question, first_value
from queries.parameters import choices
from queries.question_groups import GROUPS, OTHER_GROUP, group_of, grouped_questions


def without_kinds(facts: Facts, *kinds: type) -> Facts:
    left = {id: one for id, one in facts.statements.items() if not isinstance(one, kinds)}
    return replace(facts, statements=left)


def test_each_question_stands_in_one_group():
    counts = Counter(key for keys in GROUPS.values() for key in keys)
    assert set(counts) == set(questions()) and set(counts.values()) == {1}
    assert group_of("no_such_question") == OTHER_GROUP


@pytest.mark.parametrize(("language", "collated"), [("en", str.casefold), ("zh", lazy_pinyin)])
def test_each_group_is_in_the_order_of_the_language(language, collated):
    entries = grouped_questions(language)
    assert len(entries) == len(questions())
    groups = [(group, list(part)) for group, part in groupby(entries, lambda e: group_of(e.key))]
    assert [group for group, _ in groups] == list(GROUPS)
    for _, part in groups:
        titles = [collated(entry.title.name(language)) for entry in part]
        assert all(first <= second for first, second in pairwise(titles))


def test_the_page_begins_with_a_question_that_the_facts_answer(small_facts, small_sparql):
    assert first_question(small_facts) == "who_learned_from"
    assert first_question(without_kinds(small_facts, LearnedFrom)) == "who_took_up"
    assert first_question(replace(small_facts, statements={})) == ALWAYS_ANSWERED
    for key in ("who_learned_from", "who_took_up", "figures_of_indicator"):
        question = questions()[key]
        (parameter,) = question.parameters
        options = [thing.code for thing in choices(small_facts, parameter.type)]
        value = first_value(small_facts, key, parameter, options)
        assert value is not None
        assert ask(question, {parameter.key: value}, small_sparql, "sparql").rows


def test_a_start_of_which_nothing_is_told_is_passed_over(small_facts):
    """Of facts whose start nobody learned from, the one whom most learned from comes first."""
    (parameter,) = questions()["who_learned_from"].parameters
    dataset = replace(small_facts.dataset, start="23")
    options = ["10", "11", "23"]
    facts = replace(small_facts, dataset=dataset)
    assert first_value(facts, "who_learned_from", parameter, options) == "11"
    assert first_value(facts, "who_learned_from", parameter, []) is None
    assert first_value(without_kinds(facts, LearnedFrom, Adoption), "plans_of", parameter, options)
