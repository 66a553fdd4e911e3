"""What the lint finds of 900 corruptions, and how many true rows it doubts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafting.lint.judged_findings import idle_judgements, read_judgements, unjudged_findings
from drafting.lint.linter import Linter
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_facts
from settings import TEST_SOURCES
from tests.drafting.lint.corruptions import FURTHER_CORRUPTIONS, MAIN
from tests.drafting.lint.measure import lint_result
from tests.drafting.lint.misreadings import (
    MISREADINGS,
    date_of_next_clause,
    denial_cut_off,
    earlier_value_as_value,
    plan_cut_off,
    two_rows_in_one,
)

pytestmark = pytest.mark.needs_copies
CORRUPTIONS_OF_A_KIND = 100


@pytest.fixture(scope="module")
def linter(root) -> Linter:
    return Linter(read_facts(root / "facts"), Copies(Path(os.environ[TEST_SOURCES])))


def test_nine_hundred_corruptions_are_found(linter):
    reached = lint_result(linter, MAIN, 1, CORRUPTIONS_OF_A_KIND)
    assert reached.share >= 0.97, reached.table()
    assert min(reached.shares.values()) >= 0.9, reached.table()


def test_corruptions_of_further_kinds_are_found(linter):
    reached = lint_result(linter, FURTHER_CORRUPTIONS, 1, CORRUPTIONS_OF_A_KIND)
    assert reached.share >= 0.93, reached.table()


def test_misread_passages_are_found(linter):
    """Half of all kinds, and nearly all where a rule reads the words for it."""
    reached = lint_result(linter, MISREADINGS, 1, CORRUPTIONS_OF_A_KIND // 4)
    assert reached.share >= 0.5, reached.table()
    kinds = (denial_cut_off, plan_cut_off, earlier_value_as_value, two_rows_in_one)
    for kind in (*kinds, date_of_next_clause):
        assert reached.shares[kind.__name__] >= 0.8, reached.table()


def test_few_true_rows_are_doubted(linter):
    flagged = {finding.statement for finding in linter.lint_facts()}
    assert len(flagged) / len(linter.facts.statements) <= 0.04


def test_every_finding_on_the_facts_is_judged(linter, root):
    """And no judgement is about nothing."""
    findings = linter.lint_facts()
    judged = read_judgements(root / "facts", linter.facts.statements)
    assert unjudged_findings(findings, judged) == ()
    assert idle_judgements(findings, judged) == ()
