"""Drafts of who learned from whom, in invented sentences."""

from __future__ import annotations

import pytest

from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Band
from tests.drafting.drafters.made_up_article import cells_of, made_up_article


def lessons(sentence: str) -> list[tuple[str, str, str]]:
    return [(c["learner"], c["teacher"], c["how"]) for c in cells_of(sentence, "learned_from")]


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("戊己县借鉴庚辛县的放风筝经验", "learned"),
        ("戊己县参照庚辛县风筝平台", "learned"),
        ("戊己县赴庚辛县学习放风筝", "visited"),
        ("戊己县组织骨干赴庚辛县，学习放风筝", "visited"),
        ("戊己县派人去了趟庚辛县取经", "visited"),
        ("戊己县向庚辛县取经", "learned"),
        ("戊己县从庚辛县学来了风筝", "learned"),
        ("戊己县学庚辛县", "learned"),
        ("戊己县受到庚辛县的启发", "learned"),
        ("庚辛县的经验推广到戊己县", "learned"),
        ("把庚辛县的做法搬到戊己县", "learned"),
    ],
)
def test_a_verb_of_learning_before_or_behind_a_place_makes_it_the_teacher(sentence, how):
    assert lessons(sentence) == [("101010", "101020", how)]


def test_places_in_a_row_are_all_visited():
    assert lessons("甲乙省赴丙丁市戊己县、子丑省学习放风筝") == [
        ("10", "101010", "visited"),
        ("10", "20", "visited"),
    ]
    roles = {
        c["participant"]: c["role"] for c in cells_of("甲乙省赴戊己县、子丑省学习", "happening")
    }
    assert roles == {"10": "participant", "101010": "visited", "20": "visited"}


@pytest.mark.parametrize("sentence", ["戊己县到庚辛县开会", "戊己县学习领导讲话，庚辛县放风筝"])
def test_a_place_without_a_lesson_is_no_teacher(sentence):
    assert lessons(sentence) == []


def test_a_learner_whom_another_sentence_names_is_a_guess():
    text = "戊己县放风筝。回来以后借鉴庚辛县的经验"
    (draft,) = (d for d in draft_text(made_up_article(text)) if d.kind == "learned_from")
    assert (draft.cell("learner"), draft.band) == ("101010", Band.GUESS)
    assert dict(draft.candidates)["learner"][0] == "101010"


@pytest.mark.parametrize(
    "sentence", ["庚辛县派人来学习", "庚辛县的同行来取经", "戊己县接待了来自庚辛县的取经团"]
)
def test_guests_learn_from_the_place_that_the_article_speaks_of_most(sentence):
    text = f"戊己县放风筝。戊己县种树。{sentence}"
    assert lessons(text) == [("101020", "101010", "visited")]
    roles = {c["participant"]: c["role"] for c in cells_of(text, "happening")}
    assert roles == {"101020": "participant", "101010": "visited"}


def test_what_guests_do_in_quotation_marks_names_no_model():
    (cells,) = cells_of("戊己县派人到庚辛县“蹲点”学习", "learned_from")
    assert (cells["teacher"], cells.get("model")) == ("101020", None)


@pytest.mark.parametrize(
    ("sentence", "visitor", "host"),
    [
        ("甲乙省赴戊己县、子丑省考察风筝", "10", "20"),
        ("庚辛县先去子丑省，看了三天风筝", "101020", "20"),
        ("戊己县放风筝。戊己县种树。庚辛县的同行也来过", "101020", "101010"),
    ],
)
def test_who_only_looked_took_part_in_an_event_and_learned_nothing(sentence, visitor, host):
    assert lessons(sentence) == []
    roles = {c["participant"]: c["role"] for c in cells_of(sentence, "happening")}
    assert (roles[visitor], roles[host]) == ("participant", "visited")


def test_a_visit_and_what_came_of_it_in_one_sentence_are_one_lesson():
    text = "戊己县赴子丑省学习放风筝，随后推出了风筝社"
    article = made_up_article(text)
    (draft,) = (d for d in draft_text(article) if d.kind == "learned_from")
    assert (draft.cell("learner"), draft.cell("teacher")) == ("101010", "20")
    assert article.clean.raw[draft.spans[0].start : draft.spans[0].end] == text


@pytest.mark.parametrize(
    "sentence",
    [
        "丙丁市发文，要求各县参照戊己县的经验放风筝",
        "丙丁市号召各县向戊己县看齐",
        "丙丁市总结推广戊己县的风筝办法",
    ],
)
def test_a_place_that_calls_for_what_its_own_part_does_learned_nothing(sentence):
    assert lessons(sentence) == []


def test_a_place_learns_nothing_from_the_one_that_it_lies_in():
    assert lessons("戊己县按照甲乙省的办法放风筝") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "庚辛县来访，是否借鉴尚在研究",
        "庚辛县到子丑省考察，学不学还没有定",
    ],
)
def test_an_open_question_is_no_lesson(sentence):
    assert lessons(sentence) == []
