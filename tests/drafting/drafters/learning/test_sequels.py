"""What became of a visit or a call, and who took up a named practice, in invented sentences."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of

HOME_PLACE, OTHER_PLACE, FAR_PLACE = "101010", "101020", "20"


def stances(sentence: str) -> dict[tuple[str, str], str]:
    return {(c["learner"], c["teacher"]): c["stance"] for c in cells_of(sentence, "learned_from")}


@pytest.mark.parametrize(
    "sentence",
    [
        "庚辛县去过子丑省，看了风筝，终究没有照搬",
        "庚辛县的考察组2020年去过子丑省，回来之后没有下文",
        "庚辛县到子丑省考察。庚辛县表示条件尚不成熟，未予采用",
        "庚辛县赴子丑省考察放风筝，可是人手摆不开，只好先放一放",
        "庚辛县到子丑省考察，终因没有风而作罢",
    ],
)
def test_visitors_who_did_not_take_it_up_deny_a_lesson(sentence):
    assert stances(sentence) == {(OTHER_PLACE, FAR_PLACE): "denied"}


@pytest.mark.parametrize(
    "sentence",
    [
        "庚辛县到子丑省考察。庚辛县随后建成风筝社",
        "庚辛县、戊己县到子丑省参观，返回后开通了风筝邮路",
    ],
)
def test_what_visitors_built_afterwards_they_learned(sentence):
    assert stances(sentence)[OTHER_PLACE, FAR_PLACE] == "stated"


def test_who_did_not_visit_learned_nothing_by_building():
    assert stances("庚辛县到子丑省考察。戊己县随后建成风筝社") == {}


def test_whether_is_no_denial():
    assert stances("庚辛县到子丑省考察，后来有没有做，没人知道") == {}


def test_what_a_superior_calls_for_is_learned_where_it_is_built():
    text = "甲乙省发文推广子丑省的办法。戊己县、庚辛县年内建成风筝社"
    assert {(HOME_PLACE, FAR_PLACE), (OTHER_PLACE, FAR_PLACE)} <= set(stances(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "子丑省首创“风筝邮路”。庚辛县如今也用上了“风筝邮路”",
        "“子丑风筝”名声很大。庚辛县试行“子丑风筝”",
        "子丑省“风筝邮路”名声很大。甲乙省提出在庚辛县推开“风筝邮路”",
        "子丑省首创“风筝邮路”。庚辛县把“风筝邮路”也搬过去",
    ],
)
def test_a_named_practice_is_learned_from_its_place(sentence):
    assert (OTHER_PLACE, FAR_PLACE) in stances(sentence)


def test_a_place_learns_nothing_by_its_own_practice():
    text = "庚辛县首创“风筝邮路”。庚辛县推行“风筝邮路”，甲乙省推广“风筝邮路”"
    assert stances(text) == {}


def test_a_table_of_learners_and_teachers_has_a_lesson_in_each_row():
    text = "下表是全部的关系。\n追随者|被追随者|结果\n戊己县|子丑省|落地\n庚辛县|子丑省|未落地\n完"
    assert stances(text) == {(HOME_PLACE, FAR_PLACE): "stated", (OTHER_PLACE, FAR_PLACE): "denied"}


@pytest.mark.parametrize(
    "sentence",
    [
        "子丑省将放风筝的手法传授给庚辛县",
        "子丑省应庚辛县之邀上门授课",
        "子丑省放风筝，子丑省种树。庚辛县邀请我们去讲课",
        "子丑省放风筝，子丑省种树。庚辛县当场就问我们要了表格",
        "子丑省放风筝，子丑省种树。庚辛县的章程照用我们的",
    ],
)
def test_a_teacher_gives_a_lesson_to_others(sentence):
    assert stances(sentence) == {(OTHER_PLACE, FAR_PLACE): "stated"}


@pytest.mark.parametrize(
    "refusal", ["没有搞风筝社", "未形成风筝办法", "决定走自己的路", "一个也没有装"]
)
def test_other_words_for_not_taking_it_up_deny_too(refusal):
    assert stances(f"庚辛县到子丑省考察，{refusal}") == {(OTHER_PLACE, FAR_PLACE): "denied"}
