"""Words that hint at learning, where no rule reads a lesson: guesses for the curator."""

from __future__ import annotations

import pytest

from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Band
from tests.drafting.drafters.made_up_article import cells_of, made_up_article

HOME_PLACE, OTHER_PLACE = "101010", "101020"
# 戊己县 is the place that these articles speak of.
HOME = "戊己县放风筝。戊己县种树。"


def links(sentence: str) -> list[tuple[str, str]]:
    return [(c["learner"], c["teacher"]) for c in cells_of(HOME + sentence, "learned_from")]


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县与庚辛县交流经验",
        "庚辛县的风筝我们几乎都用上了",
        "说起庚辛县，戊己县总是照着做",
        "庚辛县放风筝最早。戊己县的风筝也是那一套",
    ],
)
def test_another_party_of_the_passage_is_the_teacher(sentence):
    assert links(sentence) == [(HOME_PLACE, OTHER_PLACE)]


@pytest.mark.parametrize("sentence", ["庚辛县学得很快", "庚辛县来函要风筝图纸"])
def test_another_place_that_is_the_subject_learned_from_the_home_place(sentence):
    assert links(sentence) == [(OTHER_PLACE, HOME_PLACE)]


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县的经验是多放风筝",  # no other party
        "戊己县和丙丁市交流经验",  # the city that the county lies in
        "庚辛县放风筝",  # no word of learning
        "庚辛县的办法是种树",  # a word that hints only beside another party
    ],
)
def test_no_hint_without_a_word_and_another_party(sentence):
    assert links(sentence) == []


def test_a_hint_is_one_guess_a_sentence():
    drafts = draft_text(made_up_article(HOME + "与庚辛县交流经验，又交流风筝，再交流种树。"))
    hints = [draft for draft in drafts if draft.kind == "learned_from"]
    assert [draft.band for draft in hints] == [Band.GUESS]


def test_a_bare_visit_is_a_lesson_where_its_paragraph_speaks_of_learning():
    visit = "戊己县前往庚辛县。"
    assert links(visit) == []
    assert set(links(f"{visit}放风筝也可以照抄。")) == {(HOME_PLACE, OTHER_PLACE)}


def test_a_hinted_visit_is_an_event_too():
    events = cells_of(HOME + "庚辛县的风筝，戊己县看看再说", "happening")
    assert {(c["participant"], c["role"]) for c in events} == {
        (HOME_PLACE, "participant"),
        (OTHER_PLACE, "visited"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县与庚辛县结对，互相帮助",  # help
        "戊己县和庚辛县的风筝很相似",  # likeness
        "庚辛县建成风筝样板县",  # praise
        "庚辛县种树。戊己县的孩子拿走了三成风筝",  # an amount
    ],
)
def test_help_likeness_praise_and_amounts_hint_at_no_lesson(sentence):
    assert links(sentence) == []


def test_another_subject_goes_on_learning_from_the_place_of_the_section():
    text = "戊己县\n" + "戊己县推行风筝传信制度，" * 5 + "。子丑省来学过风筝。庚辛县跟进放风筝"
    cells = cells_of(text, "learned_from")
    assert (OTHER_PLACE, HOME_PLACE) in {(c["learner"], c["teacher"]) for c in cells}
