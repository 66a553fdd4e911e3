"""Every cell of a model's row is checked, and what is doubtful is told."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.drafters.article import Article
from drafting.drafts.draft import Band, Draft
from drafting.language_model.gate import through_gate
from drafting.language_model.prompt import AskedStretch, model_question
from drafting.language_model.row_reader import RefusedRow, RowReader
from drafting.language_model.stretches import stretches
from drafting.recognition.gazetteer import gazetteer
from drafting.recognition.mechanisms import mechanism_lexicon
from drafting.recognition.recognised_text import RecognisedText
from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from ontology.schema.kinds import Adoption, Measurement, Statement

ADOPTION = {
    "quote": "2003年起在全城推行流动书车",
    "also": ["乙城学习甲城"],
    "stance": "stated",
    "adopter": "乙城",
    "mechanism": "流动书车",
    "model": None,
    "local_name": "流动书车",
    "since": "2003/..",
    "since_written": "2003年起",
    "pioneer_in": None,
}
FIGURE = {
    "quote": "书车12辆",
    "also": [],
    "stance": "stated",
    "subject": "乙城市",
    "indicator": "书车数",
    "value": "12",
    "value_written": "12辆",
    "bound": "=",
    "unit": "辆",
    "period": "2004",
    "period_written": "2004年",
}


@pytest.fixture
def read(small_facts: Facts, made_up: Article, reader: RowReader):
    def read_row(row: object, kind: type[Statement] = Adoption) -> Draft | RefusedRow:
        [stretch] = stretches(made_up.clean.text)
        question = model_question(kind, made_up.clean.text, small_facts, "zh")
        return reader.read(row, AskedStretch(kind, stretch, question), "model m")

    return read_row


def test_names_become_codes_and_quotations_spans_of_the_raw_text(read, made_up):
    draft = read(ADOPTION)
    assert isinstance(draft, Draft)
    assert dict(draft.cells) == {
        "adopter": "12",
        "mechanism": "mobile-library",
        "local_name": "流动书车",
        "since": "2003/..",
        "since_written": "2003年起",
        "stance": "stated",
    }
    words = [made_up.clean.raw[span.start : span.end] for span in draft.spans]
    assert words == ["2003年起在全城推行流動書車", "乙城(chéng)學(xué)習(xí)甲城"]
    assert draft.findings == ()


def test_a_wording_that_stands_elsewhere_brings_its_passage_and_a_doubt(read, made_up):
    draft = read(FIGURE, Measurement)
    assert isinstance(draft, Draft)
    words = [made_up.clean.raw[span.start : span.end] for span in draft.spans]
    assert (words, draft.findings) == (["書車12輛", "2004年"], ("QUOTE",))


def test_a_name_of_nothing_is_a_new_thing_and_a_guess(read):
    draft = read({**ADOPTION, "mechanism": "云端借书亭"})
    assert draft.cell("mechanism") == "new:云端借书亭"
    assert through_gate(draft, lambda statement: ()).band is Band.GUESS


def test_the_gate_admits_what_the_lint_does_not_doubt(read):
    draft = read(ADOPTION)
    assert through_gate(draft, lambda statement: ()).band is Band.SURE
    doubted = through_gate(draft, lambda statement: ("DATE",))
    assert (doubted.band, doubted.findings) == (Band.LOOK, ("DATE",))
    assert through_gate(draft, None).band is Band.LOOK


def test_an_optional_cell_that_cannot_be_read_is_left_out_and_told(read):
    draft = read({**ADOPTION, "since": "the year of the cat"})
    assert (draft.cell("since"), draft.findings) == ("", ("DATE",))
    draft = read({**ADOPTION, "local_name": "不在文里的名称"})
    assert (draft.cell("local_name"), draft.findings) == ("", ("LOCAL_NAME",))


def test_a_passage_that_is_not_there_is_a_finding(read):
    assert read({**ADOPTION, "also": ["没有这句话"]}).findings == ("QUOTE",)
    assert read({**ADOPTION, "also": [["乙城"]]}).findings == ("QUOTE",)
    assert read({**ADOPTION, "also": "乙城学习甲城"}) == read(ADOPTION)


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        (Measurement, {"value": "１２"}),
        (Measurement, {"stance": "Stated"}),
        (Adoption, {"since": "２００３/.."}),
        (Adoption, {"adopter": "乙城\u200b\x00"}),
        (Adoption, {"adopter": "new:乙城"}),
        (Adoption, {"mechanism": "流動書車"}),
    ],
)
def test_a_cell_in_another_writing_is_the_same_cell(read, kind, cells):
    row = ADOPTION if kind is Adoption else FIGURE
    assert read({**row, **cells}, kind) == read(row, kind)


def test_a_number_in_groups_of_three_digits_is_one_number(read):
    assert read({**FIGURE, "value": "1,200"}, Measurement).cell("value") == "1200"
    assert read({**FIGURE, "value": "1,20"}, Measurement).key == "cell_not_valid"


def test_a_code_is_no_name(read):
    """The model was given no codes."""
    assert read({**ADOPTION, "adopter": "12"}).cell("adopter") == "new:12"


def test_a_date_of_another_calendar_is_left_out_and_told(read):
    draft = read({**ADOPTION, "since": "民国92年"})
    assert (draft.cell("since"), draft.findings) == ("", ("DATE",))


def test_cells_of_another_kind_are_not_read(read):
    assert read({**FIGURE, **ADOPTION}) == read(ADOPTION)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("no row", "row_of_another_form"),
        ({**ADOPTION, "adopter": ["乙城"]}, "row_of_another_form"),
        ({**ADOPTION, "quote": "甲城成效显著"}, "quote_not_there"),
        ({**ADOPTION, "quote": None}, "quote_not_there"),
        ({**ADOPTION, "stance": "certain"}, "cell_not_valid"),
        ({**ADOPTION, "mechanism": None}, "cell_not_valid"),
        ({**ADOPTION, "mechanism": " "}, "cell_not_valid"),
        ({**ADOPTION, "adopter": "\ud800"}, "row_of_another_form"),
        ({**ADOPTION, "adopter": "乙城|甲城"}, "row_of_another_form"),
        ({**ADOPTION, "adopter": "乙" * 300}, "row_of_another_form"),
        ({**ADOPTION, "quote": "\ud800"}, "quote_not_there"),
        ({**FIGURE, "value": "a dozen"}, "cell_not_valid"),
        ({**FIGURE, "value_written": "13辆"}, "wording_not_there"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused_with_a_reason(read, row, key):
    refused = read(row, Measurement if "value" in row else Adoption)
    assert isinstance(refused, RefusedRow) and refused.key == key
    assert refused.text("zh") != refused.text("en")


def test_a_date_told_by_the_day_of_publication_says_so(small_facts):
    """去年 is the year before the day of publication."""
    raw = "这是编的：乙城市去年推行流动书车，甲城市没有说这件事，本段只为试验而写，别无他意。"
    article = _article(raw, small_facts)
    reader = RowReader(small_facts, article)
    [stretch] = stretches(raw)
    task = AskedStretch(Adoption, stretch, model_question(Adoption, raw, small_facts, "zh"))
    row = {**ADOPTION, "quote": "乙城市去年推行流动书车", "also": []}
    draft = reader.read({**row, "since": "2004", "since_written": "去年"}, task, "model m")
    assert isinstance(draft, Draft) and draft.cell("dated_by") == "relative"


def _article(raw: str, facts: Facts) -> Article:
    recognised = RecognisedText(CleanText(raw), "zh", date(2005, 6, 7), gazetteer(facts))
    return Article("hill-notes", recognised, mechanism_lexicon(facts))
