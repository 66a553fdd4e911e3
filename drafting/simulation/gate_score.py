"""The gate's three figures on rows that a model might write: right ones, wrong ones, invented ones.

No model is asked. The rows are made of curated statements with errors of known families.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafting.drafters.article import read_article
from drafting.drafts.draft import Draft
from drafting.language_model.gate import (
    GateFigures,
    Lint,
    Verdict,
    gate_figures,
    through_gate,
    verdict,
)
from drafting.language_model.lint_codes import lint_codes
from drafting.language_model.prompt import AskedStretch, model_question
from drafting.language_model.row_reader import RowReader
from drafting.recognition.vocabulary import vocabulary
from drafting.simulation.merged_rows import RowMerger
from drafting.simulation.simulated_answers import SimulatedRow, Simulation
from drafting.text.sentences import Stretch
from graph.model.facts import Facts
from ontology.schema.kinds import Source, Statement

# How many wrong rows there are for each right one.
WRONG_SHARE = 0.15
SEEDS = (1, 2, 3)


def simulated_gate(
    facts: Facts,
    texts: Mapping[str, str],
    wrong_share: float = WRONG_SHARE,
    seeds: Sequence[int] = SEEDS,
) -> GateFigures:
    """The figures of the gate for the statements of the sources of `texts` (raw text by source).

    The reader knows all things of the facts. Each seed makes other errors.
    """
    judge = RowJudge(facts, texts)
    return gate_figures(
        judge.judgement(row)
        for seed in seeds
        for row in Simulation(facts, texts, seed).rows(wrong_share)
    )


def misread_gate(
    facts: Facts, texts: Mapping[str, str], seeds: Sequence[int] = SEEDS
) -> GateFigures:
    """The figures of the gate for rows of a model that misreads the texts; all are wrong."""
    judge = RowJudge(facts, texts)
    return gate_figures(
        judge.judgement(row)
        for seed in seeds
        for row in RowMerger(Simulation(facts, texts, seed)).rows()
    )


def gate_report(figures: GateFigures, misread: GateFigures) -> Iterator[str]:
    """A line for each of the gate's three figures, one for the precision of what it admits, and one
    for the share of misread rows that it admits."""
    yield f"right_admitted\t{figures.right_share_admitted:.3f}"
    yield f"wrong_admitted\t{figures.wrong_share_admitted:.3f}"
    yield f"sent_to_a_person\t{figures.sent_share:.3f}"
    yield f"precision_of_admitted\t{figures.precision:.3f}"
    yield f"misread_admitted\t{misread.wrong_share_admitted:.3f}"


class RowJudge:
    """Reads simulated rows as those of a model, and has the gate judge them."""

    def __init__(self, facts: Facts, texts: Mapping[str, str]) -> None:
        self._facts, words = facts, vocabulary(facts)
        self._readers: dict[str, RowReader] = {}
        self._lints: dict[str, Lint | None] = {}
        self._lengths: dict[str, int] = {}
        self._questions: dict[tuple[type[Statement], str], AskedStretch] = {}
        for source in facts.things_of(Source):
            if source.code in texts:
                article = read_article(source.code, source.published, texts[source.code], words)
                self._readers[source.code] = RowReader(facts, article)
                self._lints[source.code] = lint_codes(facts, article)
                self._lengths[source.code] = len(article.clean.text)

    def judgement(self, simulated_row: SimulatedRow) -> tuple[bool, Verdict]:
        """Whether a row is right, and the gate's verdict on it."""
        source = simulated_row.statement.source
        draft = self._readers[source].read(
            simulated_row.row, self._question(simulated_row), "model m"
        )
        gated = through_gate(draft, self._lints[source]) if isinstance(draft, Draft) else None
        return not simulated_row.error, verdict(gated)

    def _question(self, simulated_row: SimulatedRow) -> AskedStretch:
        """The question for a kind about a whole article."""
        kind, source = simulated_row.kind, simulated_row.statement.source
        if (kind, source) not in self._questions:
            question = model_question(kind, "", self._facts, "zh")
            stretch = Stretch(0, self._lengths[source])
            self._questions[kind, source] = AskedStretch(kind, stretch, question)
        return self._questions[kind, source]
