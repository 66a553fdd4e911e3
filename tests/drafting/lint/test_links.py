"""Links and mechanisms on invented sentences: who learns, who leads, which measure a name means."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Adoption, LearnedFrom, MemberOf

OTHER_SENTENCE = "丙丁县的灯塔很多。"


@pytest.mark.parametrize(
    "sentence",
    [
        "甲乙市的驿站办法，我们借鉴了",
        "我们去甲乙市跟班一周",
        "返程时在甲乙市停留半天，观摩驿站",
        "我们的驿站是学甲乙市的",
        "我们的驿站由甲乙市传入",
    ],
)
def test_of_whom_a_speaker_learns_is_not_the_learner(lint, sentence):
    """The passage names the teacher alone: the speaker learns."""
    passages = (sentence, "丙丁县")
    right = {"learner": "b", "teacher": "a", "how": "learned"}
    assert lint(LearnedFrom, f"{OTHER_SENTENCE}{sentence}。", *passages, **right) == []
    swapped = right | {"learner": "a", "teacher": "b"}
    assert "DIRECTION" in lint(LearnedFrom, f"{OTHER_SENTENCE}{sentence}。", *passages, **swapped)


@pytest.mark.parametrize(
    "sentence", ["甲乙市照着我县的办法学习点灯", "甲乙市学习我县，回去后也点了灯"]
)
def test_who_does_as_the_speaker_is_the_learner(lint, sentence):
    passages = (sentence, "丙丁县")
    right = {"learner": "a", "teacher": "b", "how": "learned"}
    assert lint(LearnedFrom, f"{OTHER_SENTENCE}{sentence}。", *passages, **right) == []
    swapped = right | {"learner": "b", "teacher": "a"}
    assert "DIRECTION" in lint(LearnedFrom, f"{OTHER_SENTENCE}{sentence}。", *passages, **swapped)


def test_a_short_name_behind_a_place_is_of_no_other_place(lint):
    """县风筝医院 behind 丙丁县 names no hospital of 甲乙市."""
    sentence = "丙丁县风筝医院推行风筝传信制度"
    row = {"mechanism": "kites", "local_name": "风筝传信制度"}
    assert lint(Adoption, f"{sentence}。", sentence, **row, adopter="o") == []
    assert lint(Adoption, f"{sentence}。", sentence, **row, adopter="h") == ["PARTY"]


def test_a_group_does_not_belong_to_who_leads_it(lint):
    sentence = "丙丁县风筝医院驿站由甲乙市第一风筝医院牵头"
    row = {"member": "h", "group": "o", "role": "lead"}
    assert "DIRECTION" not in lint(MemberOf, f"{sentence}。", sentence, **row)
    swapped = row | {"member": "o", "group": "h"}
    assert "DIRECTION" in lint(MemberOf, f"{sentence}。", sentence, **swapped)


@pytest.mark.parametrize(
    ("mechanism", "codes"), [("kites", []), ("lamps", ["MECHANISM"]), ("surplus", ["MECHANISM"])]
)
def test_a_local_name_names_its_mechanism(lint, mechanism, codes):
    """The passage names three measures; the local name says which one the row is about."""
    sentence = "甲乙市推行风筝传信制度、灯塔值班轮换和结余留用"
    row = {"adopter": "a", "mechanism": mechanism, "local_name": "风筝传信制度"}
    assert lint(Adoption, f"{sentence}。", sentence, **row) == codes
