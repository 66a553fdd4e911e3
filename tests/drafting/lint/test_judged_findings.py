"""fits.toml: judgements hold for their finding, and wrong ones are all told."""

from __future__ import annotations

import pytest

from drafting.lint.finding import Finding, FindingCode
from drafting.lint.judged_findings import (
    BadJudgements,
    idle_judgements,
    read_judgements,
    unjudged_findings,
)
from loaders.facts.facts_folder import read_facts

JUDGED_FINDING = """
[[judged]]
statement = "adoption-1"
code = "MECHANISM"
curator = "test curators"
day = 2026-01-02
reason = "read again"
"""
FINDING = Finding("adoption-1", FindingCode.MECHANISM, "mechanism", "no_plan")


def write(folder, text: str) -> None:
    (folder / "fits.toml").write_text(text, encoding="utf-8")


def test_a_judgement_takes_away_its_finding_and_no_other(tmp_path):
    assert read_judgements(tmp_path, ()) == ()
    write(tmp_path, JUDGED_FINDING)
    judged = read_judgements(tmp_path, ["adoption-1"])
    other = Finding("adoption-1", FindingCode.PARTY, "adopter", "no_plan")
    assert unjudged_findings([FINDING, other], judged) == (other,)
    assert idle_judgements([FINDING], judged) == ()
    assert idle_judgements([other], judged) == judged


def test_a_judgement_lapses_with_its_statement(tmp_path):
    write(tmp_path, JUDGED_FINDING)
    with pytest.raises(BadJudgements, match="adoption-1"):
        read_judgements(tmp_path, ["adoption-2"])


def test_all_faults_are_told_in_both_languages(tmp_path):
    broken = JUDGED_FINDING.replace("MECHANISM", "MOOD") + JUDGED_FINDING.replace(
        "day = 2026-01-02\n", ""
    )
    write(tmp_path, broken)
    with pytest.raises(BadJudgements) as error:
        read_judgements(tmp_path, ["adoption-1"])
    for language in ("zh", "en"):
        assert "MOOD" in error.value.text(language)
        assert "day" in error.value.text(language)
    write(tmp_path, JUDGED_FINDING + JUDGED_FINDING)
    with pytest.raises(BadJudgements, match=r"\[2\]"):
        read_judgements(tmp_path, ["adoption-1"])
    write(tmp_path, "[[judged")
    with pytest.raises(BadJudgements):
        read_judgements(tmp_path, ["adoption-1"])


def test_the_judgements_of_the_shipped_facts_are_of_statements_that_there_are(root):
    facts = read_facts(root / "facts")
    assert len(read_judgements(root / "facts", facts.statements)) < 0.04 * len(facts.statements)
