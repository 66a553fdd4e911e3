"""Recall and precision of the drafters: each source is drafted with facts that do not have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx
from networkx.algorithms.bipartite import hopcroft_karp_matching

from drafting.drafters.article import Article, read_article
from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Band, Draft
from drafting.recognition.vocabulary import vocabulary
from drafting.scoring.edits import Edits, edits
from drafting.scoring.unread_source import facts_without_source, with_standing_things
from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.kinds import STATEMENTS, Source, Statement

# The share of the shorter of two passages that both must have.
MIN_OVERLAP = 0.5
# A part and its whole are named in many passages, each as good as the curated one.
KIND_WITHOUT_PASSAGE = "within"


@dataclass(frozen=True)
class KindScore:
    """Counts of one kind: rows, drafts, and how many rows have their own draft.

    `overlapping_rows` have a draft of their kind at their passage (a measurement: with their
    value), `one_edit_rows` one with at most one edit, `right_rows` one that is right at once.
    """

    rows: int = 0
    drafts: int = 0
    overlapping_rows: int = 0
    one_edit_rows: int = 0
    right_rows: int = 0

    def __add__(self, other: KindScore) -> KindScore:
        return KindScore(
            self.rows + other.rows,
            self.drafts + other.drafts,
            self.overlapping_rows + other.overlapping_rows,
            self.one_edit_rows + other.one_edit_rows,
            self.right_rows + other.right_rows,
        )


@dataclass(frozen=True)
class ScoredSource:
    """A scored source: its article, the drafts of statements, the curated rows."""

    article: Article
    drafts: tuple[Draft, ...]
    rows: tuple[Statement, ...]
    facts: Facts
    drafter_facts: Facts


def scored_sources(
    facts: Facts, texts: Mapping[str, str], drafter_facts: Facts | None = None
) -> list[ScoredSource]:
    """Each source of `texts` (raw text by source), drafted without the facts that only it has.

    With `drafter_facts` the drafters know these facts alone, and the units and types of `facts`.
    """
    clean_texts = {code: CleanText(raw).text for code, raw in texts.items()}
    sources = []
    for source in facts.things_of(Source):
        if source.code in texts:
            other_texts = [text for code, text in clean_texts.items() if code != source.code]
            known_facts = (
                facts_without_source(facts, source.code, other_texts)
                if drafter_facts is None
                else with_standing_things(drafter_facts, facts)
            )
            article = read_article(
                source.code, source.published, texts[source.code], vocabulary(known_facts)
            )
            rows = [row for row in facts.statements.values() if row.source == source.code]
            sources.append(
                ScoredSource(article, draft_text(article), tuple(rows), facts, known_facts)
            )
    return sources


def kind_scores(sources: Iterable[ScoredSource], band: Band | None = None) -> dict[str, KindScore]:
    """The score of each kind that has rows or drafts, over all sources; of one band or of all."""
    scores: dict[str, KindScore] = {}
    for source in sources:
        for kind in STATEMENTS:
            name = snake(kind.__name__)
            drafts = [d for d in source.drafts if d.kind == name and band in (None, d.band)]
            rows = [row for row in source.rows if type(row) is kind]
            if drafts or rows:
                score = _kind_score(source, drafts, rows)
                scores[name] = scores.get(name, KindScore()) + score
    return scores


def _kind_score(
    source: ScoredSource, drafts: Sequence[Draft], rows: Sequence[Statement]
) -> KindScore:
    pair_edits = {
        (d, r): judgement
        for d, draft in enumerate(drafts)
        for r, row in enumerate(rows)
        if (at_passage(draft, row) or draft.kind == KIND_WITHOUT_PASSAGE)
        and (judgement := edits(draft, row, source.facts, source.drafter_facts)) is not None
        and (at_passage(draft, row) or judgement.count == 0)
    }
    return KindScore(
        len(rows),
        len(drafts),
        _matching_size(pair_edits, lambda judgement: True),
        _matching_size(pair_edits, lambda judgement: judgement.count <= 1),
        _matching_size(pair_edits, lambda judgement: judgement.is_right),
    )


def at_passage(draft: Draft, row: Statement) -> bool:
    """Whether a draft rests on the passage of a row."""
    span = draft.spans[0]
    common = min(span.end, row.end) - max(span.start, row.start)
    return common >= MIN_OVERLAP * min(span.end - span.start, row.end - row.start)


def _matching_size(
    pair_edits: Mapping[tuple[int, int], Edits], is_good: Callable[[Edits], bool]
) -> int:
    """How many rows can have their own good draft: a largest matching."""
    pairs = networkx.Graph()
    pairs.add_edges_from(
        (("draft", d), ("row", r)) for (d, r), judgement in pair_edits.items() if is_good(judgement)
    )
    tops = [node for node in pairs if node[0] == "draft"]
    return len(hopcroft_karp_matching(pairs, tops)) // 2
