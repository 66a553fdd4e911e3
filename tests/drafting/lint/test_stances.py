"""Plans and denials on invented sentences: which words govern a deed, and which only stand near."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Adoption, Endorsement, Happening, HasModel, Measurement

DEED = "推行风筝传信制度"
ROW = {"adopter": "c", "mechanism": "kites", "local_name": "风筝传信制度"}


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        (f"要求各地铺灯，甲乙市戊己区已{DEED}", []),
        ("为加快铺灯，甲乙市戊己区推行了风筝传信制度", []),
        (f"去年计划铺灯，2023年5月，甲乙市戊己区{DEED}", []),
        (f"甲乙市戊己区实施灯塔培养计划，{DEED}", []),
        (f"在各方共同努力下，甲乙市戊己区{DEED}", []),
        (f"甲乙市戊己区已铺灯，下一步{DEED}", ["PLANNED"]),
        (f"甲乙市戊己区计划{DEED}", ["PLANNED"]),
        (f"甲乙市戊己区没有照搬，{DEED}", []),
        (f"甲乙市戊己区不是点灯，而是{DEED}", []),
        (f"为解决没有驿站的难题，甲乙市戊己区{DEED}", []),
        (f"甲乙市戊己区各镇无不{DEED}", []),
        (f"风筝传信制度很好，甲乙市戊己区看过，没有{DEED}", ["DENIED"]),
        ("甲乙市戊己区研究过风筝传信制度，没有采用", ["DENIED"]),
        (f"甲乙市戊己区尚未{DEED}", ["DENIED"]),
    ],
)
def test_the_word_that_is_nearest_to_a_deed_governs_it(lint, sentence, codes):
    assert lint(Adoption, f"{sentence}。", sentence, **ROW) == codes


NOTICE = "甲乙市关于铺灯的通知\n各县（区）人民政府：\n一、铺灯\n戊己区{}。"


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        (NOTICE.format(DEED), []),
        (NOTICE.format(f"已{DEED}"), ["PLANNED"]),
        (f"甲乙市的灯塔\n二、目标任务\n（一）风筝\n戊己区{DEED}。", []),
        (f"甲乙市的灯塔\n二、做法\n（一）风筝\n戊己区{DEED}。", ["PLANNED"]),
        (f"甲乙市的灯塔\n戊己区{DEED}，责任单位：风筝局。", []),
        (f"关于公布灯塔典型案例的通知\n各县（区）：\n戊己区{DEED}。", ["PLANNED"]),
    ],
)
def test_what_a_document_orders_may_be_planned(lint, raw, codes):
    passage = raw[raw.index("戊己区") : raw.index("制度") + 2]
    row = ROW | {"stance": "planned"}
    assert lint(Adoption, raw, passage, **row) == codes


@pytest.mark.parametrize(("how", "codes"), [("promotes", []), ("awards", ["PLANNED"])])
def test_who_calls_on_others_to_learn_promotes(lint, how, codes):
    raw = "甲乙市希望各地学习推广丙丁县经验。"
    row = {"endorser": "a", "endorsed": "b", "how": how}
    assert lint(Endorsement, raw, raw[:-1], **row) == codes


@pytest.mark.parametrize(
    ("figure", "codes"), [("建成驿站12家", []), ("驿站共12家", ["PLANNED"]), ("驿站达到12家", [])]
)
def test_a_document_orders_figures_behind_a_verb_or_as_an_aim(lint, figure, codes):
    row = {"subject": "c", "indicator": "posts", "value": "12", "value_written": "12家"}
    row |= {"unit": "institution", "bound": "=", "stance": "planned"}
    passage = f"戊己区{figure}"
    assert lint(Measurement, NOTICE.format(figure), passage, **row) == codes


def test_a_document_does_not_order_that_something_has_a_model(lint):
    row = {"holder": "c", "model": "model", "stance": "planned"}
    passage = "戊己区有“三盏灯”模式"
    assert lint(HasModel, NOTICE.format(passage[3:]), passage, **row) == ["PLANNED"]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("甲乙市有“三盏灯”模式，但没有推开", []),
        ("甲乙市没有形成“三盏灯”模式", ["DENIED"]),
    ],
)
def test_what_is_denied_behind_a_model_does_not_take_it_away(lint, sentence, codes):
    assert lint(HasModel, f"{sentence}。", sentence, holder="a", model="model") == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("甲乙市召开会议，要求下一步推行风筝传信制度", []),
        ("甲乙市召开会议，没有表态", []),
        ("甲乙市打算召开会议", ["PLANNED"]),
        ("甲乙市没有召开会议", ["DENIED"]),
    ],
)
def test_what_is_said_at_an_event_neither_plans_nor_denies_it(lint, sentence, codes):
    row = {"event": "meeting", "participant": "a", "role": "organiser"}
    assert lint(Happening, f"{sentence}。", sentence, **row) == codes


@pytest.mark.parametrize("denial", ["没有", "尚未", "未"])
def test_a_passage_may_not_cut_off_its_denial(lint, denial):
    text = f"甲乙市戊己区{denial}{DEED}。"
    assert lint(Adoption, text, DEED, "戊己区", **ROW) == ["DENIED"]
    assert lint(Adoption, text, DEED, "戊己区", **ROW, stance="denied") == []
    other = f"甲乙市戊己区{denial}点灯，{DEED}。"
    assert lint(Adoption, other, DEED, "戊己区", **ROW) == []


@pytest.mark.parametrize("words", ["我们眼下不敢学风筝传信制度", "只点灯、不做风筝传信制度"])
def test_what_a_place_dares_not_do_may_be_denied(lint, words):
    text = f"甲乙市戊己区{words}。"
    row = {**ROW, "stance": "denied"}
    assert lint(Adoption, text, words, "戊己区", **row) == []


def test_what_somebody_has_done_once_is_done(lint):
    text = "据说甲乙市戊己区打算点灯，答复是：只派人听过一次课。"
    row = {"event": "visit", "participant": "c", "role": "participant"}
    assert lint(Happening, text, "只派人听过一次课", "戊己区", **row) == []
    text = "据说甲乙市戊己区打算点灯，派人听一次课。"
    assert lint(Happening, text, "派人听一次课", "戊己区", **row) == ["PLANNED"]


SHARE = {"subject": "a", "indicator": "share", "unit": "percent", "bound": "="}


@pytest.mark.parametrize(
    ("value", "period_written", "stance", "codes"),
    [
        ("58", "现在", "stated", []),
        ("65", None, "stated", ["BASELINE", "PLANNED"]),
        ("65", None, "planned", ["BASELINE"]),
    ],
)
def test_the_start_of_a_plan_is_so_today(lint, value, period_written, stance, codes):
    raw = "到2027年，甲乙市灯塔占比由现在的58%提高到65%。"
    row = {**SHARE, "value": value, "value_written": f"{value}%", "stance": stance}
    assert lint(Measurement, raw, raw[:-1], **row, period_written=period_written) == codes


@pytest.mark.parametrize(
    ("passage", "subject", "codes"),
    [("对灯塔占比低于58%的丙丁县", "b", []), ("丙丁县灯塔占比低于58%", "b", ["PLANNED"])],
)
def test_an_attribute_of_a_party_is_so_whatever_is_planned(lint, passage, subject, codes):
    raw = f"甲乙市的灯塔\n三、下步工作打算\n{passage}，开会。"
    row = {**SHARE, "subject": subject, "value": "58", "value_written": "58%", "bound": "<"}
    assert lint(Measurement, raw, passage, **row) == codes


@pytest.mark.parametrize(("indicator", "codes"), [("unlit", []), ("posts", ["DENIED"])])
def test_a_name_may_say_that_it_counts_what_is_not(lint, indicator, codes):
    raw = "甲乙市有两家驿站尚未点灯。"
    row = {"subject": "a", "indicator": indicator, "value": "2", "value_written": "两家"}
    assert lint(Measurement, raw, raw[:-1], **row, unit="institution", bound="=") == codes


@pytest.mark.parametrize(("stance", "codes"), [("planned", []), ("stated", ["PLANNED"])])
@pytest.mark.parametrize("words", ["明年起推行风筝传信制度", "已决定明年推行风筝传信制度"])
def test_what_begins_after_the_publication_is_planned(lint, words, stance, codes):
    row = {**ROW, "since": "2025", "since_written": "明年", "dated_by": "relative"}
    text = f"甲乙市戊己区{words}。"
    assert lint(Adoption, text, text[:-1], **row, stance=stance) == codes


def test_a_figure_is_denied_by_its_own_clause_alone(lint):
    raw = "甲乙市没有藏着，全市灯塔仅有57个。"
    row = {"subject": "a", "indicator": "kite_time", "value": "57", "value_written": "57个"}
    row |= {"unit": "count", "bound": "=", "stance": "denied"}
    assert lint(Measurement, raw, "全市灯塔仅有57个", "甲乙市", **row) == ["DENIED"]
    raw = "甲乙市全市灯塔没有57个。"
    assert lint(Measurement, raw, raw[:-1], **row) == []


@pytest.mark.parametrize(("words", "codes"), [("本研究", []), ("研究", ["PLANNED"])])
def test_a_study_is_no_plan(lint, words, codes):
    raw = f"{words}在甲乙市推行风筝传信制度。"
    assert lint(Adoption, raw, raw[:-1], **ROW | {"adopter": "a"}) == codes


@pytest.mark.parametrize("words", ["明确不跟", "仍在观望", "眼下不准备走这条路"])
def test_who_waits_or_does_not_follow_may_be_denied(lint, words):
    raw = f"甲乙市推行风筝传信制度，丙丁县{words}。"
    row = {**ROW, "adopter": "b", "stance": "denied"}
    assert lint(Adoption, raw, f"丙丁县{words}", "风筝传信制度", **row) == []


def test_a_plan_as_a_part_of_a_title_plans_nothing(lint):
    raw = "甲乙市2024年工作情况\n（配套计划）\n甲乙市有驿站12家。"
    row = {"subject": "a", "indicator": "posts", "value": "12", "value_written": "12家"}
    row |= {"unit": "institution", "bound": "="}
    assert lint(Measurement, raw, "甲乙市有驿站12家", **row) == []
