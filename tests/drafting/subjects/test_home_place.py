"""The main place and organisation of invented articles."""

from __future__ import annotations

import pytest

from drafting.drafters.article import Article
from drafting.recognition.mechanisms import MechanismLexicon
from drafting.recognition.recognised_text import RecognisedText
from drafting.text.clean_text import CleanText
from tests.drafting.drafters.made_up_article import PLACES

HOME_PLACE, OTHER_PLACE = "101010", "101020"


def article(text: str) -> Article:
    recognised = RecognisedText(CleanText(text), "zh", None, PLACES)
    return Article("made-up", recognised, MechanismLexicon({}))


@pytest.mark.parametrize(
    "text",
    [
        "戊己县赴庚辛县考察见闻\n庚辛县放风筝，庚辛县种树，庚辛县下雨。\n",
        "考察报告\n戊己县很小。我县放风筝，我县种树。甲乙省、甲乙省、甲乙省，戊己县。\n",
        "放风筝\n戊己县放风筝，戊己县种树，庚辛县下雨。\n",
    ],
)
def test_the_home_place_travels_or_speaks_of_itself_or_is_named_most(text):
    assert article(text).home_place == HOME_PLACE


def test_a_place_that_a_title_goes_to_does_not_count_there():
    text = "关于赴庚辛县学习的报告\n戊己县放风筝，戊己县种树，庚辛县下雨，庚辛县。戊己县。\n"
    assert article(text).home_place == HOME_PLACE


@pytest.mark.parametrize("addressee", ["供庚辛县考察团参阅", "欢迎庚辛县学习团"])
def test_a_place_for_which_a_text_was_written_does_not_count_in_its_title(addressee):
    text = f"风筝情况汇报（{addressee}）\n戊己县放风筝，戊己县种树，戊己县下雨，庚辛县。\n"
    assert article(text).home_place == HOME_PLACE


def test_our_hospital_is_the_subject_of_its_own_page():
    text = "戊己县人民医院\n我院放风筝，我院种树。\n推行风筝传信制度，建立云朵仓库，每天放晴。\n"
    assert article(text).parties.home_party == "new:戊己县人民医院"
    assert {clause.party for clause in article(text).clauses} == {"new:戊己县人民医院"}


def test_a_heading_of_proposals_comes_back_to_the_home_place():
    text = (
        "戊己县赴庚辛县考察\n一、庚辛县\n推行风筝传信制度，建立云朵仓库。\n"
        "二、几点建议\n建立云朵仓库，开展晴天行动。\n"
    )
    subjects = [clause.subject for clause in article(text).clauses]
    assert (subjects[2], subjects[-1]) == (OTHER_PLACE, HOME_PLACE)


@pytest.mark.parametrize(
    "dateline", ["2024年5月6日 来源:甲乙省日报", "甲乙省风筝网 2024-05-06 10:20"]
)
def test_the_place_of_the_publisher_is_not_what_the_next_lines_are_about(dateline):
    deeds = "推行风筝传信制度，建立云朵仓库，开展晴天行动，" * 3
    text = f"戊己县放风筝\n{dateline}\n{deeds}大家都很高兴。\n戊己县{deeds}。\n"
    assert article(text).home_place == HOME_PLACE
    assert {clause.subject for clause in article(text).clauses[3:]} == {HOME_PLACE}


def test_the_group_in_the_title_is_at_home_in_its_place_however_often_others_are_named():
    text = (
        "《纸鸢》——戊己县人民医院集团通讯\n我们集团去了庚辛县人民医院。庚辛县人民医院放风筝，"
        "庚辛县人民医院种树，我院也种树，庚辛县下雨。\n"
    )
    assert article(text).parties.home_party == "new:戊己县人民医院集团"
    assert article(text).home_place == HOME_PLACE


def test_who_answers_in_an_interview_is_whom_its_answers_are_about():
    text = (
        "对话戊己县人民医院院长\n记者：天晴了吗？\n院长：晴了，现在天天放风筝。\n"
        "记者：从前呢？\n院长：从前只有云朵，没有风筝，大家都很难过。\n"
    )
    assert article(text).parties.home_party == "new:戊己县人民医院"


def test_a_place_that_others_learn_from_in_the_title_is_not_its_own():
    deeds = "天天推行风筝传信制度，处处建立云朵仓库，年年开展晴天行动，人人都说很好。"
    text = f"戊己县是庚辛县学生\n戊己县{deeds}庚辛县{deeds}庚辛县{deeds}\n"
    assert article(text).home_place == HOME_PLACE
