"""Indicators and subjects of figures in invented sentences."""

from __future__ import annotations

from dataclasses import replace

from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Draft
from drafting.recognition.vocabulary import IndicatorLexicon, indicator_lexicon
from ontology.schema.kinds import Measurement
from tests.drafting.drafters.made_up_article import made_up_article

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
