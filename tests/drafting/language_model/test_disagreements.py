"""Two readings of one passage that differ are both shown."""

from __future__ import annotations

from dataclasses import replace

from drafting.drafts.draft import Band, Draft, filled_cells
from drafting.language_model.disagreements import CONFLICT, with_disagreements
from drafting.language_model.gate import Verdict, verdict
from ontology.schema.value_types import TextSpan

CELLS = {"subject": "12", "indicator": "vans", "value": "12", "stance": "stated"}


def figure(by: str = "model m", start: int = 10, **cells: str) -> Draft:
    spans = (TextSpan(start, start + 8, "0" * 64),)
    return Draft(
        "measurement", "hill-notes", filled_cells({**CELLS, **cells}), spans, Band.SURE, by
    )


def test_both_have_the_finding_and_the_cell_of_the_other():
    one, other = with_disagreements([[figure()], [figure(subject="11", start=12)]])
    assert one.findings == other.findings == (CONFLICT,)
    assert dict(one.candidates) == {"subject": ("11",)}
    assert dict(other.candidates) == {"subject": ("12",)}
    assert one.band is Band.LOOK


def test_two_passes_that_disagree_admit_neither_row():
    drafts = with_disagreements([[figure(value="12")], [figure(value="13")]])
    assert [verdict(draft) for draft in drafts] == [Verdict.SENT, Verdict.SENT]
    assert verdict(figure()) is Verdict.ADMITTED


def test_equal_readings_agree_and_stand_once_for_one_passage():
    assert with_disagreements([[figure()], [figure(by="model n")]]) == (figure(),)
    twice = with_disagreements([[figure()], [figure(start=12)]])
    assert [draft.findings for draft in twice] == [(), ()]


def test_two_rows_of_one_reading_do_not_contradict_each_other():
    rows = [figure(), figure(value="13")]
    assert with_disagreements([rows, rows]) == tuple(rows)
    assert all(not draft.findings for draft in with_disagreements([rows, rows[:1]]))


def test_other_passages_other_kinds_and_guesses_by_rules_contradict_nobody():
    guess = replace(figure(by="rules 1", subject="11"), band=Band.GUESS)
    for other in (figure(start=30, subject="11"), replace(figure(), kind="adoption"), guess):
        assert all(not d.findings for d in with_disagreements([[figure()], [other]]))


def test_a_new_name_is_no_disagreement():
    drafts = with_disagreements([[figure()], [figure(by="rules 1", indicator="new:书车")]])
    assert all(not draft.findings for draft in drafts)


def test_an_admitted_row_stays_so_beside_rules_that_read_otherwise():
    ours, rules = with_disagreements([[figure()], [figure(by="rules 1", subject="11")]])
    assert ours.findings == rules.findings == (CONFLICT,)
    assert (verdict(ours), verdict(rules)) == (Verdict.ADMITTED, Verdict.SENT)


def test_a_row_that_its_passages_contradict_is_refused():
    codes: dict[tuple[str, ...], Verdict] = {
        ("UNIT",): Verdict.REFUSED,
        ("DATE",): Verdict.SENT,
        ("MECHANISM",): Verdict.SENT,
        ("DATE", "PARTY"): Verdict.REFUSED,
        ("MECHANISM", "PLANNED"): Verdict.SENT,
    }
    for findings, expected in codes.items():
        assert verdict(replace(figure(), findings=findings, band=Band.LOOK)) is expected
