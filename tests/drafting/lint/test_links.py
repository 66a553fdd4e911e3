"""Links and mechanisms on invented sentences: who learns, who leads, which measure a name means."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Adoption, DerivedFrom, Endorsement, LearnedFrom, MemberOf

OTHER_SENTENCE = "丙丁县的灯塔很多。"


@pytest.mark.parametrize(
    "sentence",
    [
        "甲乙市的驿站办法，我们借鉴了",
        "我们去甲乙市跟班一周",
        "返程时在甲乙市停留半天，观摩驿站",
        "我们的驿站是学甲乙市的",
        "我们的驿站由甲乙市传入",
        "我们的驿站是从甲乙市移植的",
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


def test_who_is_spoken_of_is_no_learner_of_what_the_speakers_did_not_learn(lint):
    text = "我县派过几批人。甲乙市他们也看过一天，“人家的灯塔太贵，我们没有学”。"
    row = {"learner": "b", "teacher": "a", "how": "learned", "stance": "denied"}
    passage = "人家的灯塔太贵，我们没有学"
    assert "DIRECTION" not in lint(LearnedFrom, text, passage, "甲乙市", **row)


@pytest.mark.parametrize(
    "words", ["派人住了半个月，把点灯搬了过去", "看中了甲乙市的灯", "思路是到甲乙市看灯时得来的"]
)
def test_what_is_carried_home_or_liked_is_learned(lint, words):
    text = f"丙丁县{words}。"
    row = {"learner": "b", "teacher": "a", "how": "learned"}
    passages = (f"丙丁县{words}",) if "甲乙市" in words else (f"丙丁县{words}", "甲乙市")
    text = text if "甲乙市" in words else f"甲乙市有灯。{text}"
    assert lint(LearnedFrom, text, *passages, **row) == []


@pytest.mark.parametrize(
    ("model", "origin", "codes"), [("model", "other", []), ("other", "model", ["DIRECTION"])]
)
def test_a_model_made_on_the_foundation_of_another_comes_from_it(lint, model, origin, codes):
    text = "甲乙市试行“三盏灯”模式，并在“六面旗”模式的基础上加了一面旗。"
    assert lint(DerivedFrom, text, text[:-1], model=model, origin=origin) == codes


def test_who_does_not_take_over_from_the_speaker_is_the_learner(lint):
    text = "甲乙市的灯塔\n甲乙市很远，我市的风筝很多。丙丁县看过，没有采纳我市方案。"
    right = {"learner": "b", "teacher": "a", "how": "learned", "stance": "denied"}
    passages = ("没有采纳我市方案", "丙丁县")
    assert "DIRECTION" not in lint(LearnedFrom, text, *passages, **right)
    swapped = right | {"learner": "a", "teacher": "b"}
    assert "DIRECTION" in lint(LearnedFrom, text, *passages, **swapped)


@pytest.mark.parametrize("words", ["丙丁县的路子值得佩服", "推动丙丁县试点经验在全市复制"])
def test_whose_practice_is_worth_it_is_praised(lint, words):
    text = f"甲乙市说：{words}。"
    right = {"endorser": "a", "endorsed": "b", "how": "praises", "stance": "planned"}
    assert "DIRECTION" not in lint(Endorsement, text, words, "甲乙市", **right)
    swapped = right | {"endorser": "b", "endorsed": "a"}
    assert "DIRECTION" in lint(Endorsement, text, words, "甲乙市", **swapped)
