"""Passages that leave out who acts, when, or how often: what stands around them counts."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Adoption, Endorsement, Happening, LearnedFrom, Measurement

KITES = {"mechanism": "kites", "local_name": "风筝传信制度"}
DEED = "推行风筝传信制度"
TITLE = "丙丁县放风筝\n"
LONG = "丙丁县的风筝很多，丙丁县的灯塔也很多，丙丁县的云朵不少，丙丁县的驿站更不少。\n" * 3


@pytest.mark.parametrize("speaker", ["我们", "我县"])
def test_we_are_whom_the_text_is_about_and_nobody_else(lint, speaker):
    """The clause before speaks of another place."""
    text = f"{TITLE}甲乙市路远，{speaker}{DEED}。\n"
    assert lint(Adoption, text, DEED, **KITES, adopter="b") == []
    assert lint(Adoption, text, DEED, **KITES, adopter="d") == ["PARTY"]


def test_a_passage_has_the_place_that_opens_its_clause(lint):
    text = f"{TITLE}天晴。其余庚辛{DEED}。\n"
    assert lint(Adoption, text, DEED, **KITES, adopter="d") == []
    assert lint(Adoption, text, DEED, **KITES, adopter="c") == ["PARTY"]


def test_who_was_visited_is_named_before_or_is_the_topic(lint):
    text = f"{TITLE}庚辛县去甲乙市参观，没有看懂。次年，庚辛县再度南下，住了十天。\n{LONG}"
    row = {"learner": "d", "how": "visited"}
    passage = "庚辛县再度南下"
    assert "PARTY" not in lint(LearnedFrom, text, passage, **row, teacher="a")
    assert "PARTY" in lint(LearnedFrom, text, passage, **row, teacher="c")
    visit = {"event": "visit", "role": "visited"}
    assert "PARTY" not in lint(Happening, text, passage, **visit, participant="b")
    assert "PARTY" in lint(Happening, text, passage, **visit, participant="c")


def test_praise_comes_from_above(lint):
    text = f"{TITLE}甲乙市第一风筝医院的路子好，戊己区给予肯定。\n"
    row = {"how": "praises"}
    passage = "戊己区给予肯定"
    assert "DIRECTION" not in lint(Endorsement, text, passage, **row, endorser="c", endorsed="h")


def test_a_speaker_may_stand_behind_the_quotation(lint):
    text = f"{TITLE}“丙丁县的路子好，”庚辛县副县长在总结会上说。\n"
    passage = "“丙丁县的路子好，”庚辛县副县长在总结会上说"
    row = {"how": "praises"}
    assert lint(Endorsement, text, passage, **row, endorser="d", endorsed="b") == []
    swapped = lint(Endorsement, text, passage, **row, endorser="b", endorsed="d")
    assert "DIRECTION" in swapped


@pytest.mark.parametrize(
    ("sentence", "since", "codes"),
    [
        (f"3月，丙丁县{DEED}", "2024-03", []),
        (f"3月，丙丁县{DEED}", "2024-04", ["DATE"]),
        (f"年底前，丙丁县{DEED}", "2024", []),
        (f"年底前，丙丁县{DEED}", "2023", ["DATE"]),
    ],
)
def test_a_month_or_the_end_of_the_year_opens_the_sentence(lint, sentence, since, codes):
    row = {**KITES, "adopter": "b", "since": since}
    assert lint(Adoption, f"{TITLE}{sentence}。\n", f"丙丁县{DEED}", **row) == codes


POSTS = {"subject": "b", "indicator": "posts", "unit": "institution"}


@pytest.mark.parametrize(
    ("title", "period", "codes"),
    [
        ("丙丁县2023年度风筝情况的通报", "2023", []),
        ("丙丁县2023年度风筝情况的通报", "2022", ["DATE"]),
        ("丙丁县风筝情况的通报", "2023", ["DATE"]),
    ],
)
def test_a_report_on_a_year_tells_the_year_of_its_figures(lint, title, period, codes):
    row = {**POSTS, "value": "12", "value_written": "12家", "bound": "=", "period": period}
    assert lint(Measurement, f"{title}\n丙丁县有驿站12家。\n", "丙丁县有驿站12家", **row) == codes


@pytest.mark.parametrize(
    ("sentence", "written", "value", "cells", "codes"),
    [
        ("丙丁县驿站每周派人12名到8家", "8家", "8", {"bound": "="}, []),
        ("丙丁县驿站每周派人到8家", "8家", "8", {"bound": "="}, ["PER"]),
        ("丙丁县驿站以8家封顶", "8家", "8", {"bound": "<="}, []),
        ("丙丁县驿站8家", "8家", "8", {"bound": "<="}, ["BOUND"]),
    ],
)
def test_words_count_for_the_figure_beside_which_they_stand(
    lint, sentence, written, value, cells, codes
):
    row = {**POSTS, "value": value, "value_written": written, **cells}
    assert lint(Measurement, f"{TITLE}{sentence}。\n", sentence, **row) == codes
