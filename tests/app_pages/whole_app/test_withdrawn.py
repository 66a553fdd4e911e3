"""Withdrawn statements and vanished sources on the pages, in both languages."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from drafting.settlement.withdrawal import correct, withdraw, withdrawal_note
from exports.cards.statement_card import CardContext, card
from graph.lookup.withdrawn import withdrawn_at
from graph.model.fact import edge_id
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import LearnedFrom, Nomination
from settings import FACTS
from tests.app_pages.page_run import page_text, run_page

NOTE = withdrawal_note(date(2026, 11, 29), "Ada", "the <year> was misread")
WORDS = {
    "zh": ("2026年11月29日由 Ada 撤回", "没有别的陈述说同样的事", "后继者"),
    "en": ("by Ada", "No valid statement says the same", "Replaced by"),
}


@pytest.fixture(scope="module")
def folder(small_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small facts with a correction, a withdrawal, and a source that is gone."""
    place = tmp_path_factory.mktemp("withdrawn") / "facts"
    folder = Path(shutil.copytree(small_folder, place))
    facts = read_facts(folder)
    lessons = [id for id, s in facts.statements.items() if isinstance(s, LearnedFrom)]
    for id in lessons:
        correct(folder, id, {"when": "2005"}, NOTE)
    withdraw(folder, [facts.statement_ids[facts.statements_of(Nomination)[0]]], NOTE)
    path = folder / "source.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row |= {"state": "gone", "archive": "https://archive.example/1", "last_seen": "2026-11-01"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return folder


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_card_of_a_withdrawn_statement_says_when_why_and_what_replaced_it(folder, language):
    facts = read_facts(folder)
    context = CardContext(facts, None, language)
    cards = "".join(card(context, id) for id in facts.withdrawn)
    for words in WORDS[language]:
        assert words in cards
    assert "the &lt;year&gt; was misread" in cards
    for withdrawal in facts.withdrawn.values():
        assert withdrawal.replaced_by is None or withdrawal.replaced_by in cards


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_sources_shows_what_was_withdrawn_and_what_has_vanished(
    root, folder, monkeypatch, language
):
    monkeypatch.setenv(FACTS, str(folder))
    test = run_page(root, "sources", language, source="north-daily")
    assert not test.exception
    labels = [expander.label for expander in test.expander]
    assert len(labels) == 2, labels
    text = page_text(test)
    assert "2005" in text and "https://archive.example/1" in text
    assert ("存档" if language == "zh" else "archive") in text


@pytest.mark.parametrize(
    ("page", "language", "told"),
    [("explore", "zh", "已经撤回"), ("spread", "en", "was withdrawn")],
)
def test_a_link_to_what_was_withdrawn_says_when_and_why(
    root, folder, monkeypatch, page, language, told
):
    monkeypatch.setenv(FACTS, str(folder))
    facts = read_facts(folder)
    past = {w.statement: id for id, w in facts.withdrawn.items()}
    [tie] = [statement for statement in past if isinstance(statement, Nomination)]
    line = edge_id(tie.nominator, "NAMED", tie.nominee)
    assert withdrawn_at(facts, line) == withdrawn_at(facts, past[tie]) == (past[tie],)
    test = run_page(root, page, language, pick=line)
    assert not test.exception
    assert told in page_text(test) and "the &lt;year&gt; was misread" in page_text(test)
    other = run_page(root, page, language, pick="nothing-here")
    assert told not in page_text(other)
