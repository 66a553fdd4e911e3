"""The rules of the lint on invented sentences: true claims pass, and each wrong field is told."""

from __future__ import annotations

import pytest

from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import has_short_form
from ontology.schema.kinds import Adoption, HasModel, Issuance, LearnedFrom, Measurement, Within
from texts.tables import LINT

FIGURE = "2023年，甲乙市新建驿站超过12家，日均送信。灯塔占比由20%提升至35%。"
POSTS = {
    "subject": "a",
    "indicator": "posts",
    "value": "12",
    "value_written": "超过12家",
    "bound": ">",
    "unit": "institution",
    "period": "2023",
    "period_written": "2023年",
}


def posts(lint, **changed):
    return lint(Measurement, FIGURE, "2023年，甲乙市新建驿站超过12家", **{**POSTS, **changed})


def test_a_figure_as_told_passes(lint):
    assert posts(lint) == []


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("VALUE", {"value": "13"}),
        ("VALUE", {"value": "120000"}),
        ("VALUE", {"value": "2", "value_written": "2家"}),
        ("BOUND", {"bound": "="}),
        ("UNIT", {"unit": "percent"}),
        ("UNIT", {"unit": "count"}),
        ("PER", {"per": "day"}),
        ("BASELINE", {"baseline": "7"}),
        ("DATE", {"period": "2022"}),
        ("DATE", {"period": "2024", "period_written": None}),
        ("DATE", {"period_written": "2022年"}),
        ("PARTY", {"subject": "b"}),
        ("PARTY", {"subject": "h"}),
        ("PLANNED", {"stance": "planned"}),
        ("DENIED", {"stance": "denied"}),
    ],
)
def test_a_wrong_cell_of_a_figure_is_told(lint, code, changed):
    assert code in posts(lint, **changed)


def test_what_was_before_is_not_what_it_is_now(lint):
    cells = {"subject": "a", "indicator": "share", "bound": "=", "unit": "percent"}
    passages = ("灯塔占比由20%提升至35%", "甲乙市")
    right = cells | {"value": "35", "value_written": "35%", "baseline": "20"}
    assert lint(Measurement, FIGURE, *passages, **right) == []
    swapped = cells | {"value": "20", "value_written": "20%", "baseline": "35"}
    assert "BASELINE" in lint(Measurement, FIGURE, *passages, **swapped)
    left_out = right | {"baseline": None}
    assert lint(Measurement, FIGURE, *passages, **left_out) == ["BASELINE"]


ADOPTION = {"adopter": "c", "mechanism": "kites", "local_name": "风筝传信制度"}


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("甲乙市戊己区推行风筝传信制度", []),
        ("甲乙市戊己区下一步推行风筝传信制度", ["PLANNED"]),
        ("甲乙市戊己区要加快推行风筝传信制度", ["PLANNED"]),
        ("甲乙市戊己区力争2030年推行风筝传信制度", ["PLANNED"]),
        ("甲乙市戊己区尚未推行风筝传信制度", ["DENIED"]),
        ("甲乙市推行风筝传信制度", ["PARTY"]),
        ("甲乙市戊己区推行灯塔值班", ["LOCAL_NAME"]),
    ],
)
def test_an_adoption_is_told_as_the_words_tell_it(lint, sentence, codes):
    assert lint(Adoption, f"{sentence}。", sentence, **ADOPTION) == codes


@pytest.mark.parametrize(
    ("sentence", "stance", "codes"),
    [
        ("甲乙市戊己区还要推行风筝传信制度", "planned", []),
        ("甲乙市戊己区研究如何推行风筝传信制度", "planned", []),
        ("到2030年，甲乙市戊己区推行风筝传信制度", "planned", []),
        ("甲乙市戊己区推行风筝传信制度", "planned", ["PLANNED"]),
        ("甲乙市戊己区将从五月推行风筝传信制度", "stated", ["PLANNED"]),
        ("甲乙市戊己区逐步铺灯，推行风筝传信制度，有两个上限要求", "stated", ["PLANNED"]),
        ("甲乙市戊己区推行风筝传信制度，风筝有两个上限要求", "stated", []),
        ("甲乙市戊己区推行风筝传信制度，不再点灯", "stated", []),
        ("甲乙市戊己区推行风筝传信制度，不再点灯", "denied", []),
        ("甲乙市戊己区还没推行风筝传信制度", "denied", []),
    ],
)
def test_a_word_makes_a_plan_or_only_allows_one(lint, sentence, stance, codes):
    assert lint(Adoption, f"{sentence}。", sentence, **ADOPTION, stance=stance) == codes


def test_an_earlier_clause_that_goes_step_by_step_plans_no_later_one(lint):
    sentence = "甲乙市戊己区逐步铺灯，在全区推行风筝传信制度"
    passages = ("在全区推行风筝传信制度", "甲乙市戊己区")
    for stance in ("stated", "planned"):
        assert lint(Adoption, f"{sentence}。", *passages, **ADOPTION, stance=stance) == []


def test_a_city_is_not_what_its_district_or_its_hospital_does(lint):
    sentence = "甲乙市戊己区推行风筝传信制度"
    assert lint(Adoption, sentence, sentence, **ADOPTION | {"adopter": "a"}) == ["INNER_PLACE"]
    sentence = "甲乙市第一风筝医院推行风筝传信制度"
    assert lint(Adoption, sentence, sentence, **ADOPTION | {"adopter": "h"}) == []
    assert lint(Adoption, sentence, sentence, **ADOPTION | {"adopter": "a"}) == ["INNER_PLACE"]
    assert "PARTY" in lint(Adoption, sentence, sentence, **ADOPTION | {"adopter": "o"})


@pytest.mark.parametrize(
    ("before", "codes"),
    [
        ("丙丁县放风筝。", []),
        ("庚辛县放风筝。", ["PARTY"]),
        ("庚辛县、丙丁县放风筝，庚辛县种树。", []),
        ("", []),
    ],
)
def test_a_hospital_named_by_its_level_is_that_of_a_place_that_the_text_names(lint, before, codes):
    sentence = "县风筝医院推行风筝传信制度"
    assert lint(Adoption, before + sentence, sentence, **ADOPTION | {"adopter": "o"}) == codes


def test_the_place_that_a_name_begins_with_is_not_the_organisation(lint):
    sentence = "丙丁县推行风筝传信制度"
    assert lint(Adoption, sentence, sentence, **ADOPTION | {"adopter": "o"}) == ["PARTY"]


def test_another_mechanism_and_another_model_are_told(lint):
    sentence = "甲乙市戊己区推行风筝传信制度，形成“三盏灯”模式"
    assert lint(Adoption, sentence, sentence, **ADOPTION | {"model": "model"}) == []
    assert lint(Adoption, sentence, sentence, **ADOPTION | {"mechanism": "lamps"}) == ["MECHANISM"]
    assert lint(HasModel, sentence, sentence, holder="c", model="other") == ["NAME"]


def test_words_that_name_no_mechanism_contradict_none(lint):
    """A text names a mechanism in words of its own; a doubt needs the name of another."""
    sentence = "甲乙市戊己区用纸鸢把信带来带去"
    row = {"adopter": "c", "mechanism": "kites"}
    assert lint(Adoption, sentence, sentence, **row) == []
    sentence = "甲乙市戊己区建立灯塔值班轮换"
    assert lint(Adoption, sentence, sentence, **row) == ["MECHANISM"]


def test_who_is_spoken_of_before_is_who_acts(lint):
    text = "甲乙市戊己区很远。全区推行风筝传信制度。"
    assert lint(Adoption, text, "全区推行风筝传信制度", **ADOPTION) == []
    text = "甲乙市戊己区很远。丙丁县很近，推行风筝传信制度。"
    assert lint(Adoption, text, "丙丁县很近，推行风筝传信制度", **ADOPTION) == ["PARTY"]


def test_a_lesson_has_a_direction_and_a_word_for_it(lint):
    sentence = "丙丁县学习借鉴甲乙市经验"
    right = {"learner": "b", "teacher": "a", "how": "learned"}
    assert lint(LearnedFrom, sentence, sentence, **right) == []
    swapped = {"learner": "a", "teacher": "b", "how": "learned"}
    assert lint(LearnedFrom, sentence, sentence, **swapped) == ["DIRECTION", "PARTY"]
    sentence = "丙丁县和甲乙市都很远"
    assert lint(LearnedFrom, sentence, sentence, **right) == ["TRIGGER"]


def test_a_part_lies_in_its_whole(lint):
    sentence = "甲乙市戊己区很远"
    assert lint(Within, sentence, sentence, part="c", whole="a") == []
    assert "DIRECTION" in lint(Within, sentence, sentence, part="a", whole="c")
    assert lint(Within, sentence, sentence, part="c", whole="b") == ["PARTY"]


def test_what_only_the_code_list_says_is_implied_and_not_stated(lint):
    sentence = "戊己区位于海边。"
    assert lint(Within, sentence, sentence, part="c", whole="a") == ["PARTY"]
    assert lint(Within, sentence, sentence, part="c", whole="a", stance="implied") == []


def test_a_passage_may_not_cut_a_number_or_a_name(lint):
    text = "丙丁县有123家驿站，戊己区推行风筝传信制度"
    assert "EDGES" in lint(Adoption, text, "3家驿站，戊己区推行风筝传信制度", **ADOPTION)
    assert "EDGES" in lint(Adoption, text, "己区推行风筝传信制度", **ADOPTION)


def test_every_sentence_is_there_in_both_languages():
    for row in LINT.rows().values():
        assert row["zh"] and row["en"]
    assert len(FindingCode) == 20


@pytest.mark.parametrize(
    ("words", "date", "codes"),
    [
        ("2012年至2014年", "2012/2014", []),
        ("2012-2014年", "2012/2014", []),
        ("2012-2014年", "2011/2014", ["DATE"]),
        ("大约2003年", "2003~", []),
        ("大约2003年", "2004~", ["DATE"]),
        ("自2019年起", "2019/..", []),
        ("自2019年起", "2018/..", ["DATE"]),
    ],
)
def test_a_date_is_as_its_words_read(lint, words, date, codes):
    sentence = f"{words}，甲乙市戊己区推行风筝传信制度"
    assert lint(Adoption, sentence, sentence, **ADOPTION, since=date, since_written=words) == codes


# --- documents of which the title alone was read -------------------------------------------------

TITLE = "关于推进风筝联合传信制度的意见"


def test_who_published_a_document_need_not_stand_in_its_title(lint):
    row = {"mechanism": "kites", "document": "s", "when": "2024-05-06", "dated_by": "issue"}
    assert lint(Issuance, TITLE, TITLE, issuer="a", **row) == []
    assert lint(Issuance, TITLE, TITLE, issuer="b", **row) == ["PARTY"]
    assert "PARTY" in lint(Adoption, TITLE, TITLE, **ADOPTION | {"adopter": "a"})


def test_the_state_council_speaks_for_its_country(lint):
    row = {"mechanism": "kites", "document": "s", "when": "2024-05-06", "dated_by": "issue"}
    title = f"国务院办公厅{TITLE}"
    assert lint(Issuance, title, title, issuer="X", **row) == []
    assert lint(Issuance, TITLE, TITLE, issuer="X", **row) == ["PARTY"]
    assert lint(Issuance, TITLE, TITLE, issuer="X", source="state", **row) == []


def test_what_a_document_says_it_says_on_its_day_and_a_trial_plan_may_be_planned(lint):
    title = "甲乙市政府关于丙丁县风筝传信制度试点方案的批复"
    row = ADOPTION | {"adopter": "b", "stance": "planned", "as_of": "2024-05-06"}
    assert lint(Adoption, title, title, **row) == []
    assert lint(Adoption, title, title, **row | {"as_of": "2023-01-01"}) == ["DATE"]
    assert lint(Adoption, "丙丁县风筝传信制度试点", "丙丁县风筝传信制度试点", **row) == ["PLANNED"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("推进医疗联合体建设", "医联体", True),
        ("推进医联体建设", "医疗联合体", True),
        ("推进风筝联合体建设", "医联体", False),
        ("医生同联系人谈身体", "医联体", False),
    ],
)
def test_a_name_may_be_written_in_a_shorter_form(text, name, expected):
    assert has_short_form(text, name) is expected


def test_the_place_of_the_title_is_the_subject_where_no_other_is_named(lint):
    text = "甲乙市的灯塔\n丙丁县很近，风筝很多。\n推行风筝传信制度。"
    row = ADOPTION | {"adopter": "a"}
    assert lint(Adoption, text, "推行风筝传信制度", **row) == []
    other = "甲乙市的灯塔\n丙丁县很近，风筝很多，推行风筝传信制度。"
    assert lint(Adoption, other, "推行风筝传信制度", **row) == ["PARTY"]


def test_who_speaks_by_name_is_the_organisation_of_the_office(lint):
    text = "丙丁县风筝医院院长云某山在场。驿站很多。\n灯塔很多。云某山说，推行风筝传信制度。"
    row = ADOPTION | {"adopter": "o"}
    assert lint(Adoption, text, "云某山说，推行风筝传信制度", **row) == []
    assert lint(Adoption, text, "推行风筝传信制度", **row) == ["PARTY"]


def test_an_organisation_is_carried_on_in_its_paragraph(lint):
    row = ADOPTION | {"adopter": "o"}
    text = "丙丁县风筝医院很远。推行风筝传信制度。"
    assert lint(Adoption, text, "推行风筝传信制度", **row) == []
    text = "丙丁县风筝医院很远。\n推行风筝传信制度。"
    assert lint(Adoption, text, "推行风筝传信制度", **row) == ["PARTY"]


def test_two_provinces_or_cities_stand_for_those_named_before(lint):
    raw = "甲乙市和丙丁县很远。两地推行风筝传信制度。"
    cells = {"mechanism": "kites", "local_name": "风筝传信制度"}
    for adopter in ("a", "b"):
        assert lint(Adoption, raw, "两地推行风筝传信制度", adopter=adopter, **cells) == []
    assert "PARTY" in lint(Adoption, raw, "两地推行风筝传信制度", adopter="c", **cells)


def test_a_date_after_the_publication_makes_a_plan(lint):
    raw = "甲乙市2029年底前推行风筝传信制度。"
    cells = {"adopter": "a", "mechanism": "kites", "local_name": "风筝传信制度"}
    passage = "推行风筝传信制度"
    assert lint(Adoption, raw, passage, "甲乙市", stance="planned", **cells) == []
    assert "PLANNED" in lint(Adoption, raw, passage, "甲乙市", **cells)


def test_a_mechanism_of_which_nothing_is_told_is_doubted(lint):
    raw = "甲乙市开展晴天行动。"
    cells = {"adopter": "a", "local_name": "晴天行动"}
    assert "MECHANISM" in lint(Adoption, raw, "甲乙市开展晴天行动", mechanism="kites", **cells)


# --- what a text says in its title, headings and paragraph ----------------------------------------

DEED = "推行风筝传信制度"


@pytest.mark.parametrize(("adopter", "codes"), [("b", []), ("a", ["PARTY"])])
def test_the_nearest_heading_says_of_which_place_a_text_speaks(lint, adopter, codes):
    raw = f"甲乙市的灯塔\n丙丁县的风筝\n风筝很多，{DEED}。"
    assert lint(Adoption, raw, DEED, **ADOPTION | {"adopter": adopter}) == codes


@pytest.mark.parametrize(("learner", "codes"), [("a", []), ("c", ["PARTY"])])
def test_who_goes_to_learn_may_be_left_out_if_the_title_names_it(lint, learner, codes):
    passage = "派人赴丙丁县考察，学习其风筝传信制度"
    row = {"learner": learner, "teacher": "b", "how": "learned"}
    assert lint(LearnedFrom, f"甲乙市的灯塔\n三月，{passage}。", passage, **row) == codes


@pytest.mark.parametrize(
    ("passage", "codes"),
    [
        ("国家推行风筝传信制度", []),
        ("甲乙市推行国家风筝传信制度", ["PARTY"]),
        ("我市推行国家风筝传信制度", ["PARTY"]),
    ],
)
def test_a_country_acts_where_it_is_the_subject(lint, passage, codes):
    raw = f"甲乙市的灯塔\n{passage}。"
    assert lint(Adoption, raw, passage, **ADOPTION | {"adopter": "X"}) == codes


@pytest.mark.parametrize(
    ("words", "date", "codes"),
    [
        ("3月", "2024-03", []),
        ("3月", "2023-03", ["DATE"]),
        ("3月", "2024-04", ["DATE"]),
        ("9月", "2023-09", []),
        ("2023年底", "2023-12", []),
        ("2023年底", "2023-11", ["DATE"]),
        ("2023年初", "2023-01", []),
    ],
)
def test_a_month_or_an_end_of_a_year_is_a_date(lint, words, date, codes):
    sentence = f"{words}，甲乙市戊己区{DEED}"
    row = ADOPTION | {"since": date, "since_written": words, "dated_by": "relative"}
    assert lint(Adoption, sentence, sentence, **row) == codes


@pytest.mark.parametrize(("stance", "codes"), [("planned", []), ("stated", ["PLANNED"])])
def test_what_stands_under_a_heading_of_plans_is_planned(lint, stance, codes):
    raw = f"甲乙市的灯塔\n三、下步工作打算\n甲乙市戊己区{DEED}。"
    assert lint(Adoption, raw, f"甲乙市戊己区{DEED}", **ADOPTION | {"stance": stance}) == codes


def test_a_model_that_others_are_to_learn_is_no_plan(lint):
    raw = "甲乙市开会，要求各地学习“三盏灯”模式。"
    assert lint(HasModel, raw, "“三盏灯”模式", "甲乙市", holder="a", model="model") == []


@pytest.mark.parametrize(
    ("bound", "codes"), [("=", []), ("<=", []), (">=", ["BOUND"]), ("<", ["BOUND"])]
)
def test_the_highest_is_a_figure_and_a_limit(lint, bound, codes):
    raw = "甲乙市灯塔占比最高35%。"
    row = {"subject": "a", "indicator": "share", "value": "35", "value_written": "35%"}
    assert lint(Measurement, raw, raw, **row, unit="percent", bound=bound) == codes


def test_an_indicator_near_the_figure_of_another_is_not_contradicted(lint):
    raw = "甲乙市灯塔亮起，驿站数为12家，灯塔占比35%，点灯9次。"
    row = {"subject": "a", "indicator": "share", "value": "9", "value_written": "9次"}
    codes = lint(Measurement, raw, "点灯9次", "甲乙市", **row, unit="instance", bound="=")
    assert "INDICATOR" not in codes


# --- what words say in general --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "date", "codes"),
    [
        ("2023年夏天", "2023-06/2023-08", []),
        ("2023年夏天", "2022-06/2022-08", ["DATE"]),
        ("今年下半年", "2024-07/2024-12", ["PLANNED"]),  # told in May: it lies ahead
        ("2023年前10个月", "2023-01/2023-10", []),
        ("2023年前10个月", "2023-01/2023-09", ["DATE"]),
        ("3月2日至5日", "2024-03-02/2024-03-05", []),
        ("3月2日至5日", "2024-03-02/2024-03-06", ["DATE"]),
        ("“十三五”期间", "2016/2020", []),
        ("“十三五”期间", "2011/2015", ["DATE"]),
        ("4月中旬", "2024-04-11/2024-04-20", []),
        ("4月中旬", "2024-04-01/2024-04-10", ["DATE"]),
        ("三年来", "2021/2023", []),
        ("三年来", "2018/2020", ["DATE"]),
        ("2023年以来", "2022/..", ["DATE"]),
    ],
)
def test_a_span_of_time_is_as_its_words_read(lint, words, date, codes):
    sentence = f"{words}，甲乙市戊己区{DEED}"
    row = ADOPTION | {"since": date, "since_written": words, "dated_by": "relative"}
    assert lint(Adoption, sentence, sentence, **row) == codes


@pytest.mark.parametrize(
    ("written", "since", "codes"),
    [
        ("3月", "2022-03", []),
        ("3月", "2021-03", ["DATE"]),
        ("上年", "2021", []),
        ("上年", "2020", ["DATE"]),
        ("年底前", "../2022-12", []),
    ],
)
def test_a_report_on_a_year_means_that_year(lint, written, since, codes):
    raw = f"甲乙市2022年度灯塔工作总结\n{written}，甲乙市戊己区已{DEED}。"
    passage = f"{written}，甲乙市戊己区已{DEED}"
    assert lint(Adoption, raw, passage, **ADOPTION, since=since, since_written=written) == codes


@pytest.mark.parametrize(
    ("passage", "value", "written", "unit", "codes"),
    [
        ("甲乙市灯塔占比翻了一番", "2", "翻了一番", "multiple", []),
        ("甲乙市灯塔占比翻了一番", "3", "翻了一番", "multiple", ["VALUE"]),
        ("甲乙市点灯半小时", "30", "半小时", "minute", []),
        ("甲乙市点灯半小时", "50", "半小时", "minute", ["VALUE"]),
        ("甲乙市没有一座灯塔熄灭", "0", "没有一座", "count", []),
        ("甲乙市开了3场灯会", "3", "3场", "instance", []),
        ("甲乙市开了3盏灯", "3", "3盏", "percent", ["UNIT"]),
    ],
)
def test_a_figure_may_be_told_in_words(lint, passage, value, written, unit, codes):
    row = {"subject": "a", "indicator": "kite_time", "value": value, "value_written": written}
    assert lint(Measurement, f"{passage}。", passage, **row, unit=unit, bound="=") == codes


def test_a_plan_in_the_title_of_a_document_plans_nothing(lint):
    raw = f"甲乙市印发《灯塔重点任务清单》，戊己区{DEED}。"
    assert lint(Adoption, raw, f"戊己区{DEED}", **ADOPTION) == []


def test_a_described_mechanism_is_told(lint):
    raw = "甲乙市戊己区药费花超了自己扛，省下来归医生。"
    row = {"adopter": "c", "mechanism": "surplus"}
    assert lint(Adoption, raw, raw[:-1], **row) == []
    assert lint(Adoption, raw, raw[:-1], **row | {"mechanism": "kites"}) == ["MECHANISM"]


def test_a_model_may_be_told_by_its_paragraph(lint):
    raw = f"甲乙市戊己区打造“三盏灯”模式。戊己区{DEED}。"
    assert lint(Adoption, raw, f"戊己区{DEED}", **ADOPTION, model="model") == []
    assert lint(Adoption, raw, f"戊己区{DEED}", **ADOPTION, model="other") == ["NAME"]


@pytest.mark.parametrize(("date", "codes"), [("2021-09", []), ("2022-09", ["DATE"])])
def test_the_same_year_is_the_last_one_told(lint, date, codes):
    raw = f"2021年3月，甲乙市点灯。\n当年9月，甲乙市戊己区{DEED}。"
    row = ADOPTION | {"since": date, "since_written": "当年9月"}
    assert lint(Adoption, raw, f"当年9月，甲乙市戊己区{DEED}", **row) == codes


@pytest.mark.parametrize(
    ("passage", "adopter", "codes"),
    [
        (f"丙丁县赴甲乙市学习，{DEED}", "b", []),
        (f"丙丁县赴甲乙市学习，{DEED}", "a", ["PARTY"]),
        ("甲乙市的医院" + DEED, "a", []),
        ("甲乙市整合医院，" + DEED, "a", []),
    ],
)
def test_whom_others_visit_is_not_who_acts(lint, passage, adopter, codes):
    assert lint(Adoption, f"{passage}。", passage, **ADOPTION | {"adopter": adopter}) == codes


def test_nobody_learns_from_itself(lint):
    sentence = "丙丁县学习借鉴甲乙市经验"
    row = {"learner": "a", "teacher": "a", "how": "learned"}
    assert "DIRECTION" in lint(LearnedFrom, sentence, sentence, **row)


def test_a_word_allows_no_plan_of_a_deed_that_is_past(lint):
    sentence = "2022年，甲乙市戊己区逐步铺灯，推行风筝传信制度"
    row = ADOPTION | {"since": "2022", "since_written": "2022年", "stance": "planned"}
    text = f"{sentence}。"
    passages = ("推行风筝传信制度", "甲乙市戊己区", "2022年")
    assert lint(Adoption, text, *passages, **row) == ["PLANNED"]
    assert lint(Adoption, text, *passages, **row | {"stance": "stated"}) == []


@pytest.mark.parametrize(
    ("changed", "codes"),
    [({}, []), ({"bound": "="}, ["BOUND"]), ({"unit": "percent"}, ["UNIT"])],
)
def test_a_figure_in_a_unit_of_no_table_has_a_bound_and_a_unit(lint, changed, codes):
    raw = "甲乙市点灯不少于三盏。"
    row = {"subject": "a", "indicator": "posts", "value": "3", "value_written": "三盏"}
    row |= {"unit": "institution", "bound": ">="}
    assert lint(Measurement, raw, raw, **row | changed) == codes


@pytest.mark.parametrize("sentence", ["甲乙市的同行来访，看了驿站", "甲乙市教我们点灯"])
def test_who_comes_learns_and_who_teaches_does_not(lint, sentence):
    """The passage names one end alone; its verb says which end that is."""
    text = f"丙丁县的灯塔很多。{sentence}。"
    comes = "来访" in sentence
    right = {"learner": "a", "teacher": "b"} if comes else {"learner": "b", "teacher": "a"}
    swapped = {"learner": right["teacher"], "teacher": right["learner"]}
    passages = (sentence, "丙丁县")
    assert lint(LearnedFrom, text, *passages, **right, how="learned") == []
    assert "DIRECTION" in lint(LearnedFrom, text, *passages, **swapped, how="learned")


def test_who_a_clause_speaks_of_need_not_be_in_the_passage(lint):
    """丙丁县 begins the clause before; a neighbour that it names otherwise is not its subject."""
    text = "丙丁县向庚辛县借了灯塔，推行风筝传信制度。"
    passage = "推行风筝传信制度"
    assert lint(Adoption, text, passage, **ADOPTION | {"adopter": "b"}) == []
    assert lint(Adoption, text, passage, **ADOPTION | {"adopter": "a"}) == ["PARTY"]


def test_a_date_may_stand_before_the_passage_in_its_sentence(lint):
    row = ADOPTION | {"adopter": "b", "since": "2019", "since_written": "2019年"}
    text = "2019年，丙丁县推行风筝传信制度。2020年下雨。丙丁县推行了灯塔。"
    assert lint(Adoption, text, "丙丁县推行风筝传信制度", **row) == []
    assert "DATE" in lint(Adoption, text, "丙丁县推行了灯塔", **row)


def test_letters_of_a_latin_name_in_a_figure_name_nothing(lint):
    """The indicator “no. 718” is not told by 718 posts."""
    raw = "甲乙市的灯从260盏扩充到了718盏。"
    row = {"subject": "a", "indicator": "keepers", "value": "718", "value_written": "718盏"}
    row |= {"unit": "count", "bound": "=", "baseline": "260"}
    assert "INDICATOR" not in lint(Measurement, raw, raw[:-1], **row)


@pytest.mark.parametrize(("adopter", "codes"), [("a", []), ("b", ["PARTY"])])
def test_the_name_of_a_place_may_be_cited_where_its_hospital_is_named(lint, adopter, codes):
    """The passage names no place; the sentence before goes on about this one."""
    raw = f"甲乙市很远。甲乙市第一风筝医院很大。同时{DEED}。"
    row = ADOPTION | {"adopter": adopter}
    assert lint(Adoption, raw, DEED, "甲乙市" if adopter == "a" else "风筝医院", **row) == codes
