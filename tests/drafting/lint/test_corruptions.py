"""What the lint finds of 900 corruptions, and how many true rows it doubts."""

from __future__ import annotations

import os
import random
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from drafting.lint.judged_findings import idle_judgements, read_judgements, without_judged
from drafting.lint.linter import Linter
from loaders.facts.facts_folder import read_facts
from loaders.source_copies import Copies
from settings import TEST_SOURCES
from tests.drafting.lint.corruptions import FURTHER, MAIN, Corrupter

pytestmark = pytest.mark.needs_copies
EACH = 100


@pytest.fixture(scope="module")
def linter(root) -> Linter:
    return Linter(read_facts(root / "facts"), Copies(Path(os.environ[TEST_SOURCES])))


def shares(linter: Linter, kinds, seed: int) -> dict[str, float]:
    """The share of corruptions of each kind that the lint finds."""
    flagged = {finding.statement for finding in linter.lint_facts()}
    rows = [row for id, row in linter.facts.statements.items() if id not in flagged]
    found: Counter[str] = Counter()
    for kind in kinds:
        rng = random.Random(f"{seed} {kind.__name__}")
        for row in islice(kind(Corrupter(linter.facts, rows, rng)), EACH):
            found[kind.__name__] += bool(linter.lint_statement(row))
    return {kind.__name__: found[kind.__name__] / EACH for kind in kinds}


def table(shares: dict[str, float]) -> str:
    return "\n".join(f"{name:24} {share:6.1%}" for name, share in shares.items())


def test_nine_hundred_corruptions_are_found(linter):
    reached = shares(linter, MAIN, 1)
    assert sum(reached.values()) / len(reached) >= 0.97, table(reached)
    assert min(reached.values()) >= 0.9, table(reached)


def test_corruptions_of_further_kinds_are_found(linter):
    reached = shares(linter, FURTHER, 1)
    assert sum(reached.values()) / len(reached) >= 0.93, table(reached)


def test_few_true_rows_are_doubted(linter):
    flagged = {finding.statement for finding in linter.lint_facts()}
    assert len(flagged) / len(linter.facts.statements) <= 0.04


def test_every_finding_on_the_facts_is_judged(linter, root):
    """And no judgement is about nothing."""
    findings = linter.lint_facts()
    judged = read_judgements(root / "facts", linter.facts.statements)
    assert without_judged(findings, judged) == ()
    assert idle_judgements(findings, judged) == ()
