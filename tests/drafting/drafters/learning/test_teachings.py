"""Who learned from whom and who visited whom, in the forms of news, reports and letters."""

from __future__ import annotations

import pytest

from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Band
from tests.drafting.drafters.made_up_article import cells_of, made_up_article

HOME_PLACE, OTHER_PLACE = "101010", "101020"
# 戊己县 is the place that these articles speak of.
HOME = "戊己县放风筝。戊己县种树。"


def links(sentence: str) -> set[tuple[str, str]]:
    return {(c["learner"], c["teacher"]) for c in cells_of(HOME + sentence, "learned_from")}


@pytest.mark.parametrize(
    "sentence",
    [
        "这套办法的蓝本是庚辛县",
        "戊己县的做法源自庚辛县的风筝办法",
        "戊己县对标庚辛县，制定了九条",
        "戊己县的办法借鉴了庚辛县的风筝",
        "戊己县以庚辛县为师",
        "庚辛县的做法给了戊己县很大启发",
        "戊己县请来庚辛县的专家",
        "我们把庚辛县的风筝搬了回来",
        "庚辛县的风筝办法，我们都借鉴了",
        "戊己县先去庚辛县，学了三天风筝",
        "戊己县在庚辛县停留半天，取经求教",
        "戊己县采用庚辛县的办法",
        "戊己县在庚辛县办法的基础上作了修改",
        "放风筝是庚辛县教的",
    ],
)
def test_a_lesson_of_the_home_place_is_told_in_many_forms(sentence):
    assert links(sentence) == {(HOME_PLACE, OTHER_PLACE)}


@pytest.mark.parametrize(
    "sentence",
    [
        "戊己县的做法很快被庚辛县借鉴",
        "戊己县的经验随后在庚辛县落地",
        "庚辛县的风筝是戊己县的翻版",
        "庚辛县拜戊己县为师",
        "庚辛县照着戊己县的办法放风筝",
        "庚辛县的同行来访，拷走了图纸",
        "前来学习的有庚辛县",
        "庚辛县到我县学习",
        "庚辛县如法炮制",
        "风筝2018年传到庚辛县",
        "学得最像的是庚辛县",
        "庚辛县的办法里有戊己县的影子",
    ],
)
def test_others_learn_from_the_home_place(sentence):
    assert links(sentence) == {(OTHER_PLACE, HOME_PLACE)}


def test_places_in_a_row_behind_a_verb_all_teach():
    assert links("戊己县参照庚辛县、子丑省的做法") == {
        (HOME_PLACE, OTHER_PLACE),
        (HOME_PLACE, "20"),
    }


def test_a_hospital_teaches_and_its_place_is_the_other_candidate():
    sentence = HOME + "戊己县到庚辛县人民医院学习风筝"
    (draft,) = (d for d in draft_text(made_up_article(sentence)) if d.kind == "learned_from")
    teachers = dict(draft.candidates)["teacher"]
    assert draft.cell("teacher") == "new:庚辛县人民医院"
    assert teachers[:2] == ("new:庚辛县人民医院", OTHER_PLACE)


@pytest.mark.parametrize("sentence", ["戊己县又绕道庚辛县", "戊己县的人转到庚辛县"])
def test_a_visit_without_a_word_of_learning_is_an_event_only(sentence):
    roles = {c["participant"]: c["role"] for c in cells_of(HOME + sentence, "happening")}
    assert roles == {HOME_PLACE: "participant", OTHER_PLACE: "visited"}
    assert links(sentence) == set()


@pytest.mark.parametrize(
    "sentence", ["戊己县的经验来自庚辛县的很少，越来越好", "戊己县近年来学习很好，庚辛县下雨"]
)
def test_other_words_with_the_same_letters_are_no_visit(sentence):
    assert cells_of(HOME + sentence, "happening") == []


def test_organisations_that_a_journey_names_took_part():
    sentence = HOME + "县卫健局会同县医保局，到庚辛县学习风筝"
    parties = {c["participant"] for c in cells_of(sentence, "happening")}
    assert parties == {"new:戊己县卫健局", "new:戊己县医保局", OTHER_PLACE}


def test_a_form_that_may_mean_something_else_is_a_guess():
    drafts = draft_text(made_up_article(HOME + "庚辛县的做法给了戊己县启发"))
    assert {d.band for d in drafts if d.kind == "learned_from"} == {Band.GUESS}


def test_guests_who_did_the_same_at_home_learned():
    assert links("庚辛县回去后建立云朵仓库") == {(OTHER_PLACE, HOME_PLACE)}


def test_a_county_in_a_speakers_own_words_is_the_home_place():
    assert links("庚辛县很大。我们学自庚辛县") == {(HOME_PLACE, OTHER_PLACE)}


def test_the_own_place_teaches_though_a_hospital_of_it_is_named_first():
    text = "戊己县人民医院放风筝。戊己县种树，戊己县下雨。学得最像的是庚辛县。"
    (lesson,) = cells_of(text, "learned_from")
    assert (lesson["learner"], lesson["teacher"]) == ("101020", "101010")


@pytest.mark.parametrize(
    "lines",
    [
        "庚辛县副县长：丙丁市请我们去讲课。",
        "庚辛县\n推行风筝传信制度。丙丁市前来学习风筝经验。",
        "庚辛县\n推行风筝传信制度。徒弟有丙丁市。",
    ],
)
def test_who_speaks_or_has_the_section_is_the_teacher_not_the_articles_place(lines):
    assert links(f"\n{lines}") == {("1010", OTHER_PLACE)}
    assert links(lines.replace("庚辛县", "")) == {("1010", HOME_PLACE)}


def test_what_is_taken_up_before_its_verb_needs_no_object_of_its_own():
    assert links("子丑省放风筝，庚辛县已复制这一做法") == {(OTHER_PLACE, "20")}
    assert links("子丑省放风筝，庚辛县试行竹子") == set()


def test_scriptures_are_taken_from_a_place():
    assert links("庚辛县怎么放风筝，取的是子丑省的经") == {(OTHER_PLACE, "20")}


def test_who_goes_to_a_place_to_teach_there_learns_nothing():
    assert links("庚辛县派技工到子丑省驻点指导") == set()


def test_places_in_a_row_with_the_owner_of_a_practice_own_it_too():
    assert links("丙丁市推动戊己县、庚辛县的经验在全市复制") == set()
