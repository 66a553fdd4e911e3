"""What a model that errs gets past the gate."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path

import pytest

from drafting.language_model.gate import GateFigures
from drafting.simulation.gate_score import WRONG_SHARE, misread_gate, simulated_gate
from drafting.simulation.merged_rows import RowMerger
from drafting.simulation.simulated_answers import Simulation
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Source
from settings import TEST_SOURCES


def texts_of(facts: Facts, folder: Path) -> dict[str, str]:
    copies = Copies(folder)
    return {s.code: text for s in facts.things_of(Source) if (text := copies.text(s))}


def figures(facts: Facts, folder: Path, wrong: float = WRONG_SHARE) -> GateFigures:
    return simulated_gate(facts, texts_of(facts, folder), wrong)


@pytest.mark.needs_copies
def test_few_errors_in_rows_of_the_curated_facts_pass_the_gate(root):
    gate = figures(read_facts(root / "facts"), Path(os.environ[TEST_SOURCES]))
    assert gate.wrong_share_admitted <= 0.05 and gate.precision >= 0.98
    assert gate.right_share_admitted >= 0.8 and gate.sent_share <= 0.2


def test_few_errors_in_rows_of_made_up_sentences_pass_the_gate(small_facts, small_folder):
    """Half of these rows are wrong, which no share of right rows among the admitted can hide."""
    gate = figures(small_facts, small_folder / "texts", wrong=1)
    assert gate.wrong_share_admitted <= 0.01 and gate.precision >= 0.98
    assert gate.right_share_admitted >= 0.6


def test_figures_whose_words_a_curator_composed_can_be_wrong_too(small_folder, tmp_path):
    folder = Path(shutil.copytree(small_folder, tmp_path / "facts"))
    table = folder / "measurement.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "composed"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"composed": "value_written"} for row in rows)
    gate = figures(read_facts(folder), small_folder / "texts", wrong=1)
    assert gate.wrong_share_admitted <= 0.01


def test_misread_rows_are_wrong_and_one_family_each(small_facts, small_folder):
    """No row says what its statement says, but for the one that only quotes the figure."""
    simulation = Simulation(small_facts, texts_of(small_facts, small_folder / "texts"), 1)
    misreader = RowMerger(simulation)
    rows, families = list(misreader.rows()), misreader.families()
    assert {row.error for row in rows} <= {family.__name__ for family in families}
    assert len({row.error for row in rows}) > len(families) / 2
    for row in rows:
        right = simulation.right_row(row.statement)
        differing = {key for key in row.row if row.row[key] != right.get(key)}
        assert differing - {"quote", "also"} or row.error == "figure_alone"


def test_few_misread_rows_of_made_up_sentences_pass_the_gate(small_facts, small_folder):
    misread = misread_gate(small_facts, texts_of(small_facts, small_folder / "texts"))
    assert misread.wrong_share_admitted <= 0.2


@pytest.mark.needs_copies
def test_few_misread_rows_of_the_curated_facts_pass_the_gate(root):
    facts = read_facts(root / "facts")
    misread = misread_gate(facts, texts_of(facts, Path(os.environ[TEST_SOURCES])))
    assert misread.wrong_share_admitted <= 0.3
