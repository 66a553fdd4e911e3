"""Indicators and subjects of figures in invented sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Band, Draft
from drafting.recognition.vocabulary import IndicatorLexicon, indicator_lexicon
from drafting.text.clean_text import CleanText
from ontology.schema.kinds import Measurement
from tests.drafting.drafters.made_up_article import cells_of, made_up_article

INDICATORS = IndicatorLexicon(
    {
        "kites": frozenset({"风筝仓库数"}),
        "kite-days": frozenset({"风筝仓库开放天数"}),
        "parts": frozenset({"名称中的项数"}),
        "levels": frozenset({"云朵网络的层级数"}),
    },
    {"kites": "count", "kite-days": "day", "parts": "count", "levels": "count"},
    ("parts", "levels"),
)


def measurement(sentence: str) -> Draft:
    article = replace(made_up_article(sentence), indicators=INDICATORS)
    return next(draft for draft in draft_text(article) if draft.kind == "measurement")


def test_an_indicator_of_the_unit_with_much_the_same_name_is_proposed():
    draft = measurement("风筝仓库数12个")
    assert draft.cell("indicator") == "kites"
    assert dict(draft.candidates)["indicator"][1] == "new:风筝仓库数"


def test_else_the_words_are_a_new_one_and_the_like_are_candidates():
    draft = measurement("戊己县放飞了许多各色各样的风筝12个")
    assert draft.cell("indicator") == "new:戊己县放飞了许多各色各样的风筝"
    assert "kites" in dict(draft.candidates)["indicator"]


def test_a_figure_of_a_quoted_name_is_told_of_the_name_by_what_labels_count():
    draft = measurement("戊己县提出“五放飞”")
    assert (draft.cell("subject"), draft.cell("indicator")) == ("new:“五放飞”", "parts")


def test_a_label_may_count_what_a_less_used_indicator_counts():
    draft = measurement("戊己县有三级云朵网络")
    assert draft.cell("indicator") == "levels"
    assert draft.cell("subject") == "101010"


def test_indicators_of_labels_are_those_of_the_facts(real_facts):
    lexicon = indicator_lexicon(real_facts)
    labels = [row.indicator for row in real_facts.statements_of(Measurement) if row.counts]
    assert set(lexicon.of_labels) == set(labels)
    assert labels.count(lexicon.of_labels[0]) == max(map(labels.count, labels))


@pytest.mark.parametrize(
    ("sentence", "bands"),
    [
        ("戊己县有风筝12只和云朵30位", {"30": Band.SURE}),
        ("戊己县有8到10家驿站", {"8": Band.SURE, "10": Band.GUESS}),
        ("戊己县驿站从8家增至10家", {"8": Band.GUESS, "10": Band.SURE}),
        ("戊己县有8家驿站，这8家驿站很远", {"8": Band.SURE}),
    ],
)
def test_a_figure_that_belongs_to_another_is_a_guess(sentence, bands):
    drafts = [d for d in draft_text(made_up_article(sentence)) if d.kind == "measurement"]
    first = {draft.cell("value"): draft.band for draft in reversed(drafts)}
    assert first == bands
    assert [d.band for d in drafts].count(Band.SURE) == 1


def test_a_figure_of_a_heading_is_a_guess():
    article = made_up_article("戊己县有风筝30位")
    raw = f"戊己县有风筝40位\n{article.clean.raw}"
    recognised_text = replace(article.recognised_text, clean=CleanText(raw))
    drafts = draft_text(replace(article, recognised_text=recognised_text))
    bands = {d.cell("value"): d.band for d in drafts if d.kind == "measurement"}
    assert bands["40"] is Band.GUESS and bands["30"] is Band.SURE


def test_people_and_days_of_a_visit_are_of_the_visit():
    (cells,) = cells_of("戊己县一行16人到庚辛县学习风筝", "measurement")
    assert cells["subject"] == "new:戊己县一行16人到庚辛县学习风筝"


def test_a_figure_with_few_words_is_of_what_its_sentence_says_before():
    cells = cells_of("戊己县推行风筝传信制度，共有12家", "measurement")
    assert cells[-1]["indicator"] == "new:戊己县推行风筝传信制度共有"


def test_the_figures_of_a_table_are_of_its_places_and_years():
    places = "风筝见下表。\n指标|戊己县|庚辛县\n风筝率(%)|90.3|88.7\n戊己县种树"
    rows = cells_of(places, "measurement")
    assert {(r["subject"], r["value"], r["indicator"]) for r in rows} == {
        ("101010", "90.3", "new:风筝率"),
        ("101020", "88.7", "new:风筝率"),
    }
    (row,) = cells_of("见下表。\n指标|2021\n戊己县风筝塔（家）|7\n戊己县种树", "measurement")
    assert (row["subject"], row["unit"], row["period"]) == ("101010", "institution", "2021")
