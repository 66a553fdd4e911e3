"""Withdrawn and corrected statements: moved whole or not at all, and the folder has no fault."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from drafting.decisions.review_error import ActionRefused
from drafting.lint.judged_findings import FILE, read_judgements
from drafting.settlement.settlement import finish_settlement
from drafting.settlement.withdrawal import correct, withdraw, withdrawal_note
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Adoption, Nomination, Source, SourceState

DAY = date(2026, 11, 29)
NOTE = withdrawal_note(DAY, "Ada", "the name was misread")


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "facts"))


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "drafts" not in path.parts
    }


def id_of(facts: Facts, kind: type, number: int = 0) -> str:
    return facts.statement_ids[facts.statements_of(kind)[number]]


def test_a_statement_goes_with_what_it_alone_speaks_of(folder, small_facts):
    id = id_of(small_facts, Nomination)
    moved = withdraw(folder, [id], NOTE)
    assert (moved.statements, moved.things) == ((id,), ("reader-3", "reader-9"))
    facts = read_facts(folder)
    assert set(small_facts.statements) - set(facts.statements) == {id}
    assert set(small_facts.things) - set(facts.things) == {"reader-3", "reader-9"}
    assert facts.withdrawn[id].statement == small_facts.statements[id]
    assert (facts.withdrawn[id].curator, facts.withdrawn[id].day) == ("Ada", DAY)


def test_a_retracted_source_stays_and_no_statement_rests_on_it(folder, small_facts):
    moved = withdraw(folder, ["hill-notes"], NOTE)
    resting = {id for id, s in small_facts.statements.items() if s.source == "hill-notes"}
    assert set(moved.statements) == resting and moved.sources == ("hill-notes",)
    facts = read_facts(folder)
    assert {s.code for s in facts.things_of(Source) if s.state is SourceState.RETRACTED} == {
        "hill-notes"
    }
    assert set(facts.withdrawn) == resting
    assert not [s for s in facts.statements.values() if s.source == "hill-notes"]
    assert small_facts.non_links and not facts.non_links  # the row stays, and counts no more
    assert (folder / "non_link.csv").read_text(encoding="utf-8").count("hill-notes") == 1


def test_a_corrected_statement_is_succeeded_by_the_new_row(folder, small_facts):
    id = id_of(small_facts, Adoption)
    old = small_facts.statements[id]
    moved = correct(folder, id, {"since": "1999"}, NOTE)
    facts = read_facts(folder)
    assert facts.withdrawn[id].statement == old
    assert facts.withdrawn[id].replaced_by == moved.successor
    assert moved.successor is not None
    new = facts.statements[moved.successor]
    changed = {name: value for name, value in new if getattr(old, name) != value}
    assert changed == {"since": "1999", "curator": "Ada", "accepted": DAY}
    again = correct(folder, moved.successor, {"since": "2000"}, NOTE)
    chain = read_facts(folder).withdrawn
    assert chain[id].replaced_by == moved.successor
    assert chain[moved.successor].replaced_by == again.successor


def test_a_successor_brings_back_the_thing_that_it_speaks_of(folder, small_facts):
    id = id_of(small_facts, Nomination)
    correct(folder, id, {"nominee": "reader-9", "nominator": "11"}, NOTE)
    facts = read_facts(folder)
    assert set(facts.withdrawn_things) == {"reader-3"} and "reader-9" in facts.things
    (new,) = facts.statements_of(Nomination)
    correct(folder, facts.statement_ids[new], {"nominee": "reader-3"}, NOTE)
    facts = read_facts(folder)
    assert set(facts.withdrawn_things) == {"reader-9"} and "reader-3" in facts.things


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"nowhere": "1"}, "nowhere"),
        ({"since": "long ago"}, "long ago"),
        ({"adopter": "99"}, "99"),
        ({"start": "3"}, "--sources"),
        ({"since_written": "1998年"}, "--sources"),
        ({"stance": ""}, "stance"),
        ({}, "do not change"),
    ],
)
def test_a_correction_that_does_not_hold_changes_nothing(folder, small_facts, changes, reason):
    before = content(folder)
    with pytest.raises(ActionRefused, match=reason) as refused:
        correct(folder, id_of(small_facts, Adoption), changes, NOTE)
    assert refused.value.text("zh") != refused.value.text("en")
    assert content(folder) == before


def test_the_copy_must_bear_out_a_corrected_passage(folder, small_facts):
    """A span whose hash is another's is found out, as at a settlement."""
    id = id_of(small_facts, Adoption)
    before, copies = content(folder), Copies(folder / "texts")
    with pytest.raises(ActionRefused, match=r"0-3"):
        correct(folder, id, {"start": "0", "end": "3"}, NOTE, copies)
    assert content(folder) == before


def test_nothing_is_withdrawn_twice_or_without_name_and_reason(folder, small_facts):
    id = id_of(small_facts, Nomination)
    withdraw(folder, [id], NOTE)
    before = content(folder)
    for codes in ([id], ["nobody", "hill-notes"]):
        with pytest.raises(ActionRefused, match=codes[0]):
            withdraw(folder, codes, NOTE)
    with pytest.raises(ActionRefused, match="--reason"):
        withdrawal_note(DAY, "Ada", "  ")
    assert content(folder) == before


def test_a_judgement_on_a_claim_ends_with_its_statement(folder, small_facts):
    id = id_of(small_facts, Nomination)
    judged = f'[[judged]]\nstatement = "{id}"\ncode = "figure"\ncurator = "Ada"\n'
    (folder / FILE).write_text(f'{judged}day = "2026-11-29"\nreason = "it holds"\n', "utf-8")
    withdraw(folder, [id], NOTE)
    assert id not in (folder / FILE).read_text(encoding="utf-8")
    assert read_judgements(folder, read_facts(folder).statements) == ()


def test_a_withdrawal_that_is_killed_is_brought_to_its_end(folder, small_facts, monkeypatch):
    id = id_of(small_facts, Nomination)
    move, count = os.replace, 0

    def until_killed(*paths: Path) -> None:
        nonlocal count
        count += 1
        if count > 2:
            raise KeyboardInterrupt
        move(*paths)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", until_killed)
        with pytest.raises(KeyboardInterrupt):
            withdraw(folder, [id], NOTE)
    assert finish_settlement(folder)
    assert set(read_facts(folder).withdrawn) == {id}
