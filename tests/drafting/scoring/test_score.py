"""The score of the drafters, by the small facts and by the user's copies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafting.drafts.draft import Band
from drafting.scoring.recall import (
    figure_recall,
    place_recall,
    stance_recall,
    verified_spans,
)
from drafting.scoring.report import report
from drafting.scoring.score import KindScore, ScoredSource, kind_scores, scored_sources
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies
from ontology.schema.enums import Stance
from ontology.schema.kinds import Source
from settings import TEST_SOURCES


def score(facts: Facts, folder: Path) -> list[ScoredSource]:
    copies = Copies(folder)
    texts = {}
    for source in facts.things_of(Source):
        text = copies.text(source)
        assert text is not None, source.code
        texts[source.code] = text
    return scored_sources(facts, texts)


@pytest.fixture(scope="module")
def scored(real_facts) -> list[ScoredSource]:
    return score(real_facts, Path(os.environ[TEST_SOURCES]))


def test_every_row_of_a_kind_is_counted_once(small_facts, small_folder):
    sources = score(small_facts, small_folder / "texts")
    scores = kind_scores(sources)
    rows = list(small_facts.statements.values())
    assert sum(item.rows for item in scores.values()) == len(rows)
    assert all(
        s.right_rows <= s.one_edit_rows <= s.overlapping_rows <= s.rows for s in scores.values()
    )
    spans = verified_spans(sources)
    assert spans.hits == spans.total > 0
    last = [line.split("\t")[0] for line in report(sources)][-6:]
    assert last == ["figures", "places", "spans", "stated", "planned", "denied"]


@pytest.mark.needs_copies
def test_floors_of_the_score(scored):
    """Reached: 0.87 at the passage, 0.73 at most one edit, 0.51 right at once.

    The goals are 0.83, 0.70 and 0.45; each source by itself is a little above or below them.
    """
    total = sum(kind_scores(scored).values(), KindScore())
    assert total.overlapping_rows >= 0.83 * total.rows
    assert total.one_edit_rows >= 0.70 * total.rows
    assert total.right_rows >= 0.45 * total.rows
    for source in scored:
        alone = sum(kind_scores([source]).values(), KindScore())
        assert alone.overlapping_rows >= 0.80 * alone.rows
        assert alone.one_edit_rows >= 0.65 * alone.rows
        assert alone.right_rows >= 0.40 * alone.rows
    sure = sum(kind_scores(scored, Band.SURE).values(), KindScore())
    assert sure.one_edit_rows >= 0.75 * sure.drafts > 0
    assert total.drafts <= 2.4 * total.one_edit_rows
    assert figure_recall(scored).hits >= 0.97 * figure_recall(scored).total
    assert place_recall(scored).hits >= 0.98 * place_recall(scored).total
    planned = stance_recall(scored, Stance.PLANNED)
    assert planned.hits >= 0.9 * planned.total
    stated = stance_recall(scored, Stance.STATED)
    assert stated.hits >= 0.99 * stated.total
    spans = verified_spans(scored)
    assert spans.hits == spans.total
