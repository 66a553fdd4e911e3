"""The gate's three figures on rows that a model might write: right ones, wrong ones, invented ones.

No model is asked. The rows are made of curated statements with errors of known families.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafting.drafters.article import read_article
from drafting.drafts.draft import Draft
from drafting.language_model.gate import GateFigures, Verdict, gate_figures, through_gate, verdict
from drafting.language_model.lint_codes import lint_codes
from drafting.language_model.prompt import AskedStretch, model_question
from drafting.language_model.row_reader import RowReader
from drafting.recognition.vocabulary import vocabulary
from drafting.simulation.simulated_answers import Simulation
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
    return gate_figures(
        judgement for seed in seeds for judgement in judged_rows(facts, texts, seed, wrong_share)
    )


def gate_report(figures: GateFigures) -> Iterator[str]:
    """A line for each of the gate's three figures, and one for the precision of what it admits."""
    yield f"right_admitted\t{figures.right_share_admitted:.3f}"
    yield f"wrong_admitted\t{figures.wrong_share_admitted:.3f}"
    yield f"sent_to_a_person\t{figures.sent_share:.3f}"
    yield f"precision_of_admitted\t{figures.precision:.3f}"


def judged_rows(
    facts: Facts, texts: Mapping[str, str], seed: int, wrong_share: float
) -> Iterator[tuple[bool, Verdict]]:
    """Whether each simulated row is right, and the gate's verdict on it."""
    words = vocabulary(facts)
    readers, lints, stretches = {}, {}, {}
    for source in facts.things_of(Source):
        if source.code in texts:
            article = read_article(source.code, source.published, texts[source.code], words)
            readers[source.code] = RowReader(facts, article), len(article.clean.text)
            lints[source.code] = lint_codes(facts, article)
    for simulated in Simulation(facts, texts, seed).rows(wrong_share):
        kind, code = type(simulated.statement), simulated.statement.source
        reader, length = readers[code]
        if (kind, code) not in stretches:
            stretches[kind, code] = _article_question(facts, kind, length)
        draft = reader.read(simulated.row, stretches[kind, code], "model m")
        gated_draft = through_gate(draft, lints[code]) if isinstance(draft, Draft) else None
        yield not simulated.error, verdict(gated_draft)


def _article_question(facts: Facts, kind: type[Statement], length: int) -> AskedStretch:
    """The question for a kind about a whole article."""
    return AskedStretch(kind, Stretch(0, length), model_question(kind, "", facts, "zh"))
