"""What a model that errs gets past the gate."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafting.drafters.article import read_article
from drafting.drafts.draft import Draft
from drafting.model.gate import GateFigures, Verdict, gate_figures, through_gate, verdict
from drafting.model.lint_codes import lint_codes
from drafting.model.prompt import AskedStretch, model_question
from drafting.model.row_reader import RowReader
from drafting.recognition.vocabulary import vocabulary
from drafting.text.sentences import Stretch
from graph.model.facts import Facts
from loaders.facts.facts_folder import read_facts
from loaders.source_copies import Copies
from ontology.schema.kinds import Source
from settings import TEST_SOURCES
from tests.drafting.model.simulated_answers import Simulation

SEEDS = (1, 2, 3)


def judged(facts: Facts, folder: Path, seed: int, wrong: float) -> Iterator[tuple[bool, Verdict]]:
    """Whether each simulated row is right, and what the gate does with it."""
    copies = Copies(folder)
    held = {s.code: text for s in facts.things_of(Source) if (text := copies.text(s))}
    words = vocabulary(facts)
    readers, lints, asked = {}, {}, {}
    for code, raw in held.items():
        article = read_article(code, facts.things[code].published, raw, words)
        readers[code] = RowReader(facts, article), len(article.clean.text)
        lints[code] = lint_codes(facts, article)
    for each in Simulation(facts, held, seed).rows(wrong):
        kind, code = type(each.statement), each.statement.source
        reader, length = readers[code]
        key = kind, code
        if key not in asked:
            question = model_question(kind, "", facts, "zh")
            asked[key] = AskedStretch(kind, Stretch(0, length), question)
        draft = reader.read(each.row, asked[key], "model m")
        passed = through_gate(draft, lints[code]) if isinstance(draft, Draft) else None
        yield not each.error, verdict(passed)


def figures(facts: Facts, folder: Path, wrong: float = 0.15) -> GateFigures:
    rows = [row for seed in SEEDS for row in judged(facts, folder, seed, wrong)]
    return gate_figures(rows)


@pytest.mark.needs_copies
def test_few_errors_in_rows_of_the_curated_facts_pass_the_gate(root):
    gate = figures(read_facts(root / "facts"), Path(os.environ[TEST_SOURCES]))
    assert gate.wrong_admitted <= 0.05 and gate.precision >= 0.98
    assert gate.right_admitted >= 0.8 and gate.sent <= 0.2


def test_few_errors_in_rows_of_made_up_sentences_pass_the_gate(small_facts, small_folder):
    """Half of these rows are wrong, which no share of right rows among the admitted can hide."""
    gate = figures(small_facts, small_folder / "texts", wrong=1)
    assert gate.wrong_admitted <= 0.01 and gate.precision >= 0.98
    assert gate.right_admitted >= 0.6
