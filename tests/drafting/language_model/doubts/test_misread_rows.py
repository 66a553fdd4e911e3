"""Rows of a model that misreads invented sentences: right ones are admitted, wrong ones doubted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from drafting.drafters.article import Article
from drafting.drafts.draft import Draft
from drafting.language_model.gate import through_gate
from drafting.language_model.lint_codes import lint_codes
from drafting.language_model.prompt import AskedStretch, model_question
from drafting.language_model.row_reader import RowReader
from drafting.recognition.gazetteer import gazetteer
from drafting.recognition.mechanisms import mechanism_lexicon
from drafting.recognition.recognised_text import RecognisedText
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch
from graph.model.facts import Facts
from ontology.schema.fields import content_fields
from ontology.schema.kinds import (
    Adoption,
    Endorsement,
    Happening,
    LearnedFrom,
    Measurement,
    MemberOf,
    Statement,
    Within,
)

Findings = Callable[..., tuple[str, ...]]


@pytest.fixture
def findings(small_facts: Facts) -> Findings:
    """The findings of the gate on a row about a text; `quote` is the text unless it is given."""
    places, lexicon = gazetteer(small_facts), mechanism_lexicon(small_facts)

    def findings_on(text: str, kind: type[Statement], **cells: Any) -> tuple[str, ...]:
        recognised = RecognisedText(CleanText(text), "zh", date(2012, 6, 7), places)
        article = Article("hill-notes", recognised, lexicon)
        empty = dict.fromkeys(field.name for field in content_fields(kind))
        row = {**empty, "stance": "stated", "quote": text.strip("。\n"), "also": [], **cells}
        question = model_question(kind, "", small_facts, "zh")
        asked = AskedStretch(kind, Stretch(0, len(article.clean.text)), question)
        draft = RowReader(small_facts, article).read(row, asked, "model m")
        assert isinstance(draft, Draft)
        return through_gate(draft, lint_codes(small_facts, article)).findings

    return findings_on


def figure(subject: str, indicator: str, written: str, unit: str, value: str) -> dict[str, str]:
    named = {"subject": subject, "indicator": indicator, "unit": unit}
    return {**named, "value": value, "value_written": written, "bound": "="}


STOCK = "甲城市图书馆的借书量达到300册，藏书量达到900册。"
VANS = "甲城市有书车12辆，乙城市有书车9辆。"
LOSSES = "甲城市的丢书率由5%降到3%。"
FEWER = "甲城市的丢书率下降了2%。"


@pytest.mark.parametrize(
    ("text", "cells", "code"),
    [
        (STOCK, figure("甲城市图书馆", "借书量", "300册", "册", "300"), ""),
        (STOCK, figure("甲城市图书馆", "借书量", "900册", "册", "900"), "INDICATOR"),
        (VANS, figure("甲城市", "书车数", "12辆", "辆", "12"), ""),
        (VANS, figure("甲城市", "书车数", "9辆", "辆", "9"), "PARTY"),
        (LOSSES, figure("甲城市", "丢书率", "3%", "%", "3") | {"baseline": "5"}, ""),
        (LOSSES, figure("甲城市", "丢书率", "5%", "%", "5"), "BASELINE"),
        (FEWER, figure("甲城市", "丢书率", "2%", "%", "2"), "INDICATOR"),
        (VANS, figure("甲城市", "书车数", "12辆", "辆", "12") | {"quote": "12辆"}, "QUOTE"),
        (VANS, figure("甲城市", "书车数", "12辆", "辆", "12") | {"rank": "第一"}, "TRIGGER"),
        (VANS, figure("甲城市", "书车数", "12辆", "辆", "12") | {"counts": "label"}, "INDICATOR"),
    ],
)
def test_a_figure_is_of_the_words_beside_it(findings, text, cells, code):
    assert findings(text, Measurement, **cells) == ((code,) if code else ())


VISIT = "2010年，乙城市赴甲城市考察。"
LESSON = "2010年，乙城市学习甲城市的经验。"
PRAISE = "读书部充分肯定甲城市的流动书车。"
CONGRESS = "甲城市举办首届读书大会，丙城市参加。"
LEADERS = "读书联盟由甲城市图书馆牵头，乙城市图书馆为成员。"


@pytest.mark.parametrize(
    ("text", "kind", "cells", "codes"),
    [
        (LESSON, LearnedFrom, {"how": "learned"}, set()),
        (LESSON, LearnedFrom, {"how": "adapted"}, {"TRIGGER"}),
        (VISIT, LearnedFrom, {"how": "visited"}, set()),
        (VISIT, LearnedFrom, {"how": "learned"}, {"TRIGGER"}),
        (PRAISE, Endorsement, {"how": "praises"}, set()),
        (PRAISE, Endorsement, {"how": "awards"}, {"TRIGGER"}),
        (CONGRESS, Happening, {"role": "organiser"}, set()),
        (CONGRESS, Happening, {"role": "participant"}, {"PARTY", "DIRECTION"}),
        (CONGRESS, Happening, {"role": "issuer"}, {"PARTY", "TRIGGER"}),
        (LEADERS, MemberOf, {"role": "member"}, set()),
        (LEADERS, MemberOf, {"role": "lead"}, {"PARTY"}),
    ],
)
def test_a_chosen_value_needs_words(findings, text, kind, cells, codes):
    names = {
        LearnedFrom: {"learner": "乙城市", "teacher": "甲城市"},
        Endorsement: {"endorser": "读书部", "endorsed": "甲城市"},
        Happening: {"participant": "甲城市", "event": "无有国读书大会"},
        MemberOf: {"member": "乙城市图书馆", "group": "读书联盟"},
    }
    assert set(findings(text, kind, **names[kind], **cells)) == codes


def test_a_date_of_another_sentence_is_doubted(findings):
    text = "2003年，甲城市推行流动书车。2005年又通了大路。"
    row = {"adopter": "甲城市", "mechanism": "流动书车", "quote": "2003年，甲城市推行流动书车"}
    right = {"since": "2003", "since_written": "2003年"}
    wrong = {"since": "2005", "since_written": "2005年", "also": ["2005年又通了"]}
    assert findings(text, Adoption, **row, **right) == ()
    assert findings(text, Adoption, **row, **wrong) == ("DATE",)


def test_a_local_name_of_another_sentence_is_doubted(findings):
    text = "甲城市推行流动书车。乙城市叫它“晨读列车”。"
    row = {"adopter": "甲城市", "mechanism": "流动书车", "quote": "甲城市推行流动书车"}
    named = {"local_name": "晨读列车", "also": ["“晨读列车”"]}
    assert findings(text, Adoption, **row) == ()
    assert findings(text, Adoption, **row, **named) == ("LOCAL_NAME",)


@pytest.mark.parametrize("stance", ["stated", "implied"])
def test_a_plan_is_no_deed_whatever_the_row_calls_it(findings, stance):
    row = {"adopter": "甲城市", "mechanism": "流动书车", "stance": stance}
    assert findings("甲城市计划推行流动书车。", Adoption, **row) == ("PLANNED",)


def test_a_place_that_only_the_code_list_has_must_be_named_too(findings):
    row = {"mechanism": "流动书车", "quote": "甲城市推行流动书车"}
    assert findings("甲城市推行流动书车。", Adoption, adopter="西丘省", **row) == (
        "CONTRADICTED",
        "PARTY",
    )


def test_the_code_list_contradicts_a_whole(findings):
    text = "东原省甲城市、乙城市。"
    assert findings(text, Within, part="甲城市", whole="东原省") == ()
    assert "PARTY" in findings(text, Within, part="乙城市", whole="甲城市")


OPENING = "2010年，甲城市启动一卡通读。"
HELD_MEETING = "2010年，读书部在甲城市召开无有国读书大会。"


@pytest.mark.parametrize(
    ("text", "cells", "codes"),
    [
        (OPENING, {"event": "一卡通读启动", "role": "organiser"}, set()),
        (OPENING, {"event": "一卡通读启动", "role": "visited"}, {"TRIGGER"}),
        (HELD_MEETING, {"event": "无有国读书大会", "role": "host"}, set()),
        (HELD_MEETING, {"event": "无有国读书大会", "role": "participant"}, {"PARTY"}),
        (
            HELD_MEETING,
            {"participant": "读书部", "event": "无有国读书大会", "role": "organiser"},
            set(),
        ),
        (
            HELD_MEETING,
            {"participant": "读书部", "event": "无有国读书大会", "role": "host"},
            {"PARTY"},
        ),
    ],
)
def test_the_sort_of_an_event_and_its_words_give_the_parts(findings, text, cells, codes):
    assert set(findings(text, Happening, **{"participant": "甲城市", **cells})) == codes


def test_the_date_of_another_deed_of_the_sentence_is_doubted(findings):
    text = "甲城市2003年推行流动书车，2005年又办起夜间开馆。"
    row = {"adopter": "甲城市", "mechanism": "流动书车"}
    right = {"since": "2003", "since_written": "2003年", "quote": "甲城市2003年推行流动书车"}
    assert findings(text, Adoption, **row, **right) == ()
    assert findings(text, Adoption, **row, since="2005", since_written="2005年") == ("DATE",)


def test_a_date_needs_words_that_tell_it(findings):
    row = {"adopter": "甲城市", "mechanism": "流动书车"}
    assert "DATE" in findings("甲城市推行流动书车。", Adoption, **row, since="2003")
    told = "2003年，甲城市修了路。甲城市推行流动书车。"
    assert "DATE" not in findings(told, Adoption, **row, since="2003", quote=told[12:-1])


def test_the_party_of_another_deed_of_the_sentence_is_doubted(findings):
    text = "甲城市推行流动书车，乙城市办起夜间开馆。"
    row = {"mechanism": "夜间开馆"}
    assert findings(text, Adoption, **row, adopter="乙城市") == ()
    assert "PARTY" in findings(text, Adoption, **row, adopter="甲城市")


def test_a_further_passage_names_a_party_of_the_row(findings):
    text = "乙城市很小。甲城市推行流动书车。"
    row = {"adopter": "甲城市", "mechanism": "流动书车", "quote": "甲城市推行流动书车"}
    assert findings(text, Adoption, **row, also=["甲城市"]) == ()
    assert findings(text, Adoption, **row, also=["乙城市"]) == ("PARTY",)


@pytest.mark.parametrize("mechanism", ["借阅", "流动书车"])
def test_a_mechanism_is_told_no_more_exactly_than_the_row_has_it(findings, mechanism):
    """流动书车 is a sort of 借阅, and what the words name."""
    codes = findings("甲城市推行流动书车。", Adoption, adopter="甲城市", mechanism=mechanism)
    assert ("MECHANISM" in codes) == (mechanism == "借阅")


def test_a_local_name_is_in_the_clause_of_its_mechanism(findings):
    text = "甲城市推行“晨读列车”，流动书车也开进了山里。"
    row = {"adopter": "甲城市", "mechanism": "流动书车"}
    assert "MECHANISM" in findings(text, Adoption, **row, local_name="“晨读列车”")
    assert "MECHANISM" not in findings(text, Adoption, **row, local_name="流动书车")


def test_a_piece_of_a_sentence_is_no_local_name(findings):
    row = {"adopter": "甲城市", "mechanism": "流动书车"}
    text = "甲城市把流动书车开进了山里。"
    assert "LOCAL_NAME" in findings(text, Adoption, **row, local_name="把流动书车")


def test_whom_others_visit_does_not_learn(findings):
    text = "2010年，乙城市到甲城市学习办法。"
    ends = {"learner": "甲城市", "teacher": "乙城市", "how": "learned"}
    assert "DIRECTION" in findings(text, LearnedFrom, **ends)


@pytest.mark.parametrize(
    ("how", "codes"), [("promotes", set()), ("praises", {"TRIGGER"}), ("calls_model", {"TRIGGER"})]
)
def test_words_of_another_choice_make_one_doubtful(findings, how, codes):
    row = {"endorser": "读书部", "endorsed": "甲城市", "how": how}
    assert set(findings("读书部推广甲城市的先进做法。", Endorsement, **row)) == codes


def test_a_rate_needs_a_word(findings):
    row = {**figure("甲城市", "书车数", "12辆", "辆", "12"), "per": "年", "period": "2005"}
    dated = {"period_written": "2005年"}
    assert "PER" in findings("2005年甲城市有书车12辆。", Measurement, **row, **dated)


def test_a_passage_outside_the_article_is_doubted(findings):
    article = "甲城市推行流动书车，乡里人都能借到书，这一段话全是为了试验编出来的，别无他意。"
    row = {"adopter": "甲城市", "mechanism": "流动书车", "quote": "甲城市推行流动书车"}
    assert findings(article, Adoption, **row) == ()
    footer = (
        article.replace("甲城市推行流动书车", "甲城市修路") + "\n责任编辑：某某 甲城市推行流动书车"
    )
    assert "QUOTE" in findings(footer, Adoption, **row)
