"""What invented sentences state, plan and call for."""

from __future__ import annotations

import pytest

from tests.drafting.drafters.made_up_article import cells_of


def stances(sentence: str) -> list[str]:
    return [cells["stance"] for cells in cells_of(sentence, "adoption")]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("戊己县将推行风筝传信制度", "planned"),
        ("戊己县计划建设云朵仓库", "planned"),
        ("戊己县将云朵纳入雨滴仓库管理", "stated"),
        ("戊己县参加云朵培养计划，推行风筝传信制度", "stated"),
    ],
)
def test_a_word_of_plans_counts_before_a_deed(sentence, stance):
    assert set(stances(sentence)) == {stance}


def test_what_a_speaker_calls_for_is_planned_through_the_deeds_that_follow():
    speech = "某人指出，要完善风筝传信制度。建立云朵仓库"
    assert set(stances(f"戊己县{speech}")) == {"planned"}


def test_a_sentence_with_a_subject_of_its_own_ends_what_is_called_for():
    speech = "某人指出，要完善云朵银行。庚辛县中医院去年推行风筝传信制度"
    kites = [c for c in cells_of(speech, "adoption") if c["mechanism"] == "kites"]
    assert [cells["stance"] for cells in kites] == ["stated"]


@pytest.mark.parametrize("heading", ["几点建议", "五、2024年打算", "下一步"])
def test_what_stands_under_a_heading_of_plans_is_planned(heading):
    assert set(stances(f"放风筝。\n{heading}\n戊己县推行风筝传信制度")) == {"planned"}
    assert set(stances(f"放风筝。\n{heading}\n很好。\n主要做法\n戊己县推行风筝传信制度")) == {
        "stated"
    }


def test_the_title_of_a_document_plans_nothing():
    text = "戊己县印发了《2024年云朵重点任务清单》。戊己县推行风筝传信制度"
    assert stances(text)[-1] == "stated"


@pytest.mark.parametrize(
    ("denial", "stance"), [("其实两家没有关系", "denied"), ("两家都很高兴", "stated")]
)
def test_a_lesson_that_is_told_and_then_denied_did_not_happen(denial, stance):
    text = f"外界有人说庚辛县的风筝学自戊己县，{denial}。晴天很好。种树"
    assert [c["stance"] for c in cells_of(text, "learned_from")] == [stance]


def test_an_event_may_be_planned():
    cells = cells_of("戊己县将于明年召开风筝大会", "happening")
    assert {c["stance"] for c in cells} == {"planned"}


@pytest.mark.parametrize("sentence", ["戊己县不推行风筝传信制度", "戊己县放弃了风筝传信制度"])
def test_what_is_not_done_or_given_up_is_denied(sentence):
    stances = {c["stance"] for c in cells_of(sentence, "adoption") if c["mechanism"] == "kites"}
    assert stances == {"denied"}


@pytest.mark.parametrize(("deed", "stance"), [("先后推行", "stated"), ("将先后推行", "planned")])
def test_what_happened_one_after_the_other_is_no_plan_though_plans_stand_before(deed, stance):
    text = f"下一步，戊己县将建设云朵仓库。庚辛县{deed}风筝传信制度。"
    kites = [c for c in cells_of(text, "adoption") if c["mechanism"] == "kites"]
    assert {cells["stance"] for cells in kites} == {stance}


def test_what_cannot_be_done_is_denied():
    assert set(stances("戊己县推行风筝传信制度行不通")) == {"denied"}
