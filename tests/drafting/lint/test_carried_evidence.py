"""What stands elsewhere counts where a passage is silent, and does not where it speaks itself."""

from __future__ import annotations

import pytest

from drafting.lint.precedents import Precedent, precedents
from ontology.schema.kinds import Adoption, DerivedFrom, Happening, LearnedFrom, Measurement

KITES = {"mechanism": "kites", "local_name": "风筝传信制度"}
DEED = "推行风筝传信制度"
LESSON = {"how": "learned"}


# --- dates ----------------------------------------------------------------------------------------


def lint_adoption(lint, text, passage, since, written=None, **cells):
    row = {**KITES, "adopter": "b", "since": since, "since_written": written, **cells}
    return lint(Adoption, text, passage, **row)


@pytest.mark.parametrize(("since", "codes"), [("2022-09-05", []), ("2023-09-05", ["DATE"])])
def test_a_yearbook_tells_the_year_of_its_days_once(lint, since, codes):
    """Its title names the year in which it was printed."""
    text = f"丙丁县年鉴（2023）\n【概况】2022年，风筝很多。\n【风筝】9月5日，丙丁县{DEED}。\n"
    assert lint_adoption(lint, text, f"9月5日，丙丁县{DEED}", since, "9月5日") == codes


@pytest.mark.parametrize(
    ("since", "codes"), [("2021-03", []), ("2024-03", []), ("2020-03", ["DATE"])]
)
def test_a_month_is_of_the_year_with_which_a_paragraph_began_or_of_the_text(lint, since, codes):
    text = f"风筝\n2021年，天晴。\n3月，丙丁县{DEED}。\n"
    assert lint_adoption(lint, text, f"3月，丙丁县{DEED}", since, "3月") == codes


@pytest.mark.parametrize(
    ("since", "codes"),
    [
        ("2021-03/2022-05", []),
        ("2021-03/2023-05", ["DATE"]),
        ("2021-03/..", []),
        ("2020-03/..", ["DATE"]),
        ("2021-03~", []),
    ],
)
def test_both_ends_of_an_interval_are_told(lint, since, codes):
    passage = f"2021年3月和2022年5月，丙丁县{DEED}"
    assert lint_adoption(lint, f"{passage}。", passage, since) == codes


@pytest.mark.parametrize(("since", "codes"), [("2021", []), ("2018", ["DATE"])])
def test_a_passage_with_a_date_has_no_other_one(lint, since, codes):
    passage = f"2021年丙丁县{DEED}"
    assert lint_adoption(lint, f"2018年，天晴。{passage}。", passage, since) == codes


@pytest.mark.parametrize(("since", "codes"), [("2020", []), ("2018", ["DATE"]), ("2024", ["DATE"])])
def test_the_next_year_counts_from_the_last_one(lint, since, codes):
    text = f"2017年，天晴。\n2019年，风大。\n次年，丙丁县{DEED}。"
    assert lint_adoption(lint, text, f"次年，丙丁县{DEED}", since, "次年") == codes


@pytest.mark.parametrize(
    ("period", "codes"), [("2021/2023", []), ("2021/2024", ["DATE"]), ("2019/2021", ["DATE"])]
)
def test_a_length_of_time_begins_with_the_year_told_before(lint, period, codes):
    cells = {"subject": "b", "indicator": "posts", "unit": "institution", "bound": "="}
    row = {**cells, "value": "12", "value_written": "12家", "period": period}
    text = "自2021年起，丙丁县建驿站，三年共有驿站12家。"
    passages = ("三年共有驿站12家", "丙丁县")
    assert lint(Measurement, text, *passages, **row, period_written="三年") == codes


# --- mechanisms -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("mechanism", "codes"), [("kites", []), ("lamps", ["MECHANISM"])])
def test_a_local_name_means_what_other_adoptions_mean_by_it(lint, mechanism, codes):
    passage = "丙丁县用上了纸鸢箱"
    row = {"adopter": "b", "local_name": "纸鸢箱", "mechanism": mechanism}
    assert lint(Adoption, f"{passage}。", passage, **row) == codes


def test_a_local_name_is_kept_with_its_adoption():
    class Facts:
        def statements_of(self, kind):
            cells = {"source": "s", "start": 0, "adopter": "b", "mechanism": "kites"}
            return [kind.model_construct(**cells, local_name="“纸鸢箱”", model=None)]

    assert precedents(Facts()) == {"纸鸢箱": frozenset({Precedent("s", 0, "b", "kites")})}


@pytest.mark.parametrize(
    ("before", "codes"),
    [("甲乙市推行风筝传信制度", []), ("甲乙市推行灯塔值班轮换", ["MECHANISM"])],
)
def test_a_silent_passage_goes_on_with_the_mechanism_before(lint, before, codes):
    passage = "丙丁县随后跟进"
    row = {"adopter": "b", "mechanism": "kites"}
    assert lint(Adoption, f"{before}。{passage}。", passage, **row) == codes


def test_an_adoption_is_no_precedent_for_itself(lint):
    """The other row has the same source, passage and adopter."""
    passage = "丙丁县用上了纸鸢箱"
    row = {"adopter": "c", "local_name": "纸鸢箱", "mechanism": "lamps", "source": "other"}
    assert "MECHANISM" in lint(Adoption, f"{passage}。", passage, **row)
    row |= {"mechanism": "kites"}
    assert "MECHANISM" in lint(Adoption, f"{passage}。", passage, **row)


# --- lessons --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "codes"), [("到甲乙市考察", []), ("同甲乙市通电话", ["TRIGGER"])]
)
def test_a_lesson_is_told_over_several_sentences(lint, before, codes):
    text = f"丙丁县{before}。回去就办起了驿站。"
    passages = ("回去就办起了驿站", "丙丁县", "甲乙市")
    assert lint(LearnedFrom, text, *passages, learner="b", teacher="a", **LESSON) == codes


@pytest.mark.parametrize(
    ("sentence", "is_lesson"),
    [
        ("庚辛县有风筝。丙丁县没有采用", True),
        ("庚辛县有风筝。丙丁县教会了大家", False),
        ("庚辛县有风筝。丙丁县的风筝没有采用", False),
    ],
)
def test_who_a_passage_speaks_of_learns(lint, sentence, is_lesson):
    passages = (sentence.split("。")[1], "庚辛县")
    row = {**LESSON, "stance": "denied"}
    swapped = lint(LearnedFrom, f"{sentence}。", *passages, learner="d", teacher="b", **row)
    assert ("DIRECTION" in swapped) is is_lesson
    right = lint(LearnedFrom, f"{sentence}。", *passages, learner="b", teacher="d", **row)
    assert not (is_lesson and "DIRECTION" in right)


@pytest.mark.parametrize(
    "sentence", ["流程是从甲乙市带回来的", "把甲乙市的章程改动了几处", "请甲乙市的专家授课"]
)
def test_what_is_brought_home_is_of_the_teacher(lint, sentence):
    text, passages = f"丙丁县很忙，{sentence}。", (sentence, "丙丁县")
    right = lint(LearnedFrom, text, *passages, learner="b", teacher="a", **LESSON)
    assert "DIRECTION" not in right
    swapped = lint(LearnedFrom, text, *passages, learner="a", teacher="b", **LESSON)
    assert "DIRECTION" in swapped


def test_a_case_is_no_teacher(lint):
    passage = "以丙丁县为例，看它移植甲乙市经验"
    row = {"learner": "b", "teacher": "a", **LESSON}
    assert "DIRECTION" not in lint(LearnedFrom, f"{passage}。", passage, **row)
    passage = "以丙丁县为师，移植经验"
    assert "DIRECTION" in lint(LearnedFrom, f"甲乙市{passage}。", passage, "甲乙市", **row)


def test_behind_a_word_of_origin_stands_no_model(lint):
    """The passage names one end alone, the origin."""
    text, passages = (
        "“三盏灯”模式很好，脱胎于“六面旗”模式。",
        ("脱胎于“六面旗”模式", "“三盏灯”模式"),
    )
    assert "DIRECTION" not in lint(DerivedFrom, text, *passages, model="model", origin="other")
    assert "DIRECTION" in lint(DerivedFrom, text, *passages, model="other", origin="model")


# --- plans and denials ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "sentence", "codes"),
    [
        ("三、重点工作和任务", f"丙丁县{DEED}", ["PLANNED"]),
        ("三、重点工作和任务", f"丙丁县已{DEED}", []),
        ("一、工作基础", f"丙丁县{DEED}", []),
    ],
)
def test_what_a_plan_orders_is_not_done(lint, heading, sentence, codes):
    text = f"丙丁县放风筝实施方案\n各乡镇人民政府：\n{heading}\n{sentence}。\n"
    assert lint(Adoption, text, sentence, **KITES, adopter="b") == codes


@pytest.mark.parametrize(
    ("passage", "codes"),
    [
        (f"丙丁县在没有经费的情况下{DEED}", []),
        (f"丙丁县{DEED}，没有经历的不得放", []),
        (f"丙丁县{DEED}，庚辛县看了没有采用", []),
        ("丙丁县没有推行风筝传信制度", ["DENIED"]),
    ],
)
def test_not_every_word_of_denial_denies_the_deed(lint, passage, codes):
    assert lint(Adoption, f"{passage}。", passage, **KITES, adopter="b") == codes


@pytest.mark.parametrize(
    ("passage", "codes"), [("丙丁县来看过，没有办", []), ("丙丁县没有来", ["DENIED"])]
)
def test_a_visit_took_place_whatever_became_of_it(lint, passage, codes):
    row = {"event": "visit", "role": "participant", "participant": "b"}
    assert lint(Happening, f"{passage}。", passage, **row) == codes
