"""What the facts say that may go before an adoption, and what they say because of it."""

from __future__ import annotations

from dataclasses import replace

from diffusion.study.from_facts import FactSelection, study_from_facts
from diffusion.study.study import Study
from graph.model.facts import Facts
from ontology.schema.kinds import Adoption, LearnedFrom, SourceType


def because(facts: Facts, study: Study, mechanism: str) -> set[tuple[str, str, str]]:
    """The lessons known only because of an adoption, as learner, teacher and date."""
    by_id = {fact.id: fact.statement for fact in facts.distinct_facts}
    known = set()
    for id in study.background.adoption_based_ties.get(mechanism, ()):
        lesson = by_id[id]
        assert isinstance(lesson, LearnedFrom)
        known.add((lesson.learner, lesson.teacher, lesson.when or ""))
    return known


def test_a_lesson_told_only_where_the_adoption_is_told_is_because_of_it(small_facts):
    study = study_from_facts(small_facts, FactSelection(("mobile-library", "shared-card")))
    # the text that says that 22 has the service tells from whom it learned
    assert because(small_facts, study, "mobile-library") == {("22", "21", "2005-06/2006")}
    # the Daily tells of 12's lesson too, and it does not state that 12 adopted
    assert because(small_facts, study, "shared-card") == set()


def test_of_a_data_table_only_the_row_tells_why(small_facts):
    table = small_facts.things["north-daily"].model_copy(update={"type": SourceType.DATASET})
    facts = replace(small_facts, things={**small_facts.things, "north-daily": table})
    choice = FactSelection(("mobile-library",))
    lesson = {("22", "21", "2005-06/2006")}
    assert because(facts, study_from_facts(facts, choice), "mobile-library") == lesson
    apart = {
        id: statement.model_copy(update={"also_at": ()})
        if isinstance(statement, Adoption) and statement.adopter == "22"
        else statement
        for id, statement in facts.statements.items()
    }
    rows = replace(facts, statements=apart)
    assert because(rows, study_from_facts(rows, choice), "mobile-library") == set()
    text = replace(small_facts, statements=apart)
    assert because(text, study_from_facts(text, choice), "mobile-library") == lesson


def test_siblings_lie_directly_in_one_whole_and_borders_are_mutual(small_facts):
    networks = study_from_facts(small_facts, FactSelection()).background.networks
    borders = {(tie.learner, tie.teacher) for tie in networks["borders"]}
    assert borders == {("21", "22"), ("22", "21")}
    siblings = {(tie.learner, tie.teacher) for tie in networks["siblings"]}
    assert {("11", "12"), ("12", "11"), ("21", "22")} <= siblings
    assert ("11", "21") not in siblings


def test_sources_are_inferred_from_mechanisms_that_are_neither_broader_nor_narrower(small_facts):
    study = study_from_facts(small_facts, FactSelection(("mobile-library",)))
    assert set(study.background.other_cascades) == {"shared-card", "night-opening"}
    topic = study_from_facts(small_facts, FactSelection(("lending",), narrower=True))
    assert set(topic.background.other_cascades) == {"night-opening"}
