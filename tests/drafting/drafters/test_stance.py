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
