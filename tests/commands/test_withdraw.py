"""withdraw and correct: what they tell in both languages, and how they exit."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from commands.curation import withdraw as withdraw_command
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Adoption

FAULTS, USAGE = 1, 2
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
NOTE = ("--reason", "misread", "--curator", "Ada", "--day", "2026-11-29")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "facts"))


@LANGUAGES
def test_a_correction_tells_both_ids_and_the_folder_passes_its_check(folder, lang):
    facts = read_facts(folder)
    id = facts.statement_ids[facts.statements_of(Adoption)[0]]
    words = ("--facts", folder, "--lang", lang)
    told = run("correct", id, "since=1999", *NOTE, *words)
    assert told.exit_code == 0, told.output
    first, second = told.stdout.splitlines()
    assert id in first and "2026-11-29" in first and "misread" in first
    new = re.findall("adoption-[0-9a-f]{12}", second)[0]
    assert run("check", folder).exit_code == 0
    gone = run("withdraw", new, *NOTE, *words)
    assert gone.exit_code == 0 and new in gone.stdout
    assert set(read_facts(folder).withdrawn) == {id, new}


@LANGUAGES
def test_what_is_refused_is_told_in_a_sentence(folder, lang):
    words = ("--facts", folder, "--lang", lang)
    for command in (
        ("withdraw", "nowhere", *NOTE),
        ("withdraw", "hill-notes"),
        ("correct", "nowhere", "since=1999", *NOTE),
    ):
        refused = run(*command, *words)
        assert refused.exit_code == FAULTS and len(refused.stderr.strip().splitlines()) == 1
    assert run("correct", "nowhere", "1999", *NOTE, *words).exit_code == USAGE


def test_the_former_meaning_of_withdraw_still_takes_a_source_out_of_a_database(folder, monkeypatch):
    calls = []
    monkeypatch.setattr(withdraw_command, "unload", lambda lang, *words: calls.append(words))
    run("withdraw", "hill-notes", "neo4j://localhost", "--facts", folder)
    assert calls == [("hill-notes", "neo4j://localhost", None, folder)]
