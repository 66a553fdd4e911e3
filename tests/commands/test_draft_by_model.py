"""Drafting with a model: costs told first, good stretches kept, no answer paid for twice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from drafting.drafts.draft_file import read_drafts
from settings import MODEL_KEY
from tests.servers.misbehaving_model import Reply, Request, chat, model_server, rows

ADOPTION = {
    "quote": "丙城市设有流动书车",
    "also": [],
    "stance": "stated",
    "adopter": "丙城市",
    "mechanism": "流动书车",
    "local_name": "丘上书房",
}


class Setup:
    def __init__(self, folder: Path) -> None:
        self.facts, self.answers = folder / "facts", folder / "answers"

    def draft(self, address: str, *words: object, typed: str = "") -> Result:
        call = ["draft", "hill-notes", "--lang", "en", "--facts", self.facts]
        call += ["--sources", self.facts / "texts", "--answers", self.answers]
        call += ["--model-address", address, "--model", "made-up-1", *words]
        return CliRunner().invoke(app, list(map(str, call)), input=typed)

    def by_model(self) -> list[str]:
        drafts = read_drafts(self.facts / "drafts" / "hill-notes.jsonl")
        return [draft.kind for draft in drafts if draft.drafted_by.startswith("model made-up-1 ")]


@pytest.fixture
def setup(small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setup:
    shutil.copytree(small_folder, tmp_path / "facts")
    monkeypatch.delenv(MODEL_KEY, raising=False)
    return Setup(tmp_path)


def adoptions_only(request: Request, number: int) -> Reply:
    """A model that finds an adoption, loses its rows of one kind, and finds nothing else."""
    text = request["messages"][1]["content"]
    if "=== measurement" in text:
        return chat("对不起，我不能。")
    return chat(rows(ADOPTION) if "=== adoption" in text else rows())


def test_drafts_of_good_answers_stay_and_the_second_run_asks_nothing(setup):
    with model_server(adoptions_only) as server:
        first = setup.draft(server.address, "--yes", "--price", "2,8")
        assert first.exit_code == 0, first.output
        assert "cost, about" in first.stderr and "no rows in JSON" in first.stderr
        assert setup.by_model() == ["adoption"]
        content = (setup.facts / "drafts" / "hill-notes.jsonl").read_bytes()
        calls = len(server.requests)
        again = setup.draft(server.address, "--yes", "--kinds", "adoption,borders")
        assert "not asked" in again.stderr and len(server.requests) == calls
        assert content == (setup.facts / "drafts" / "hill-notes.jsonl").read_bytes()
    kept = [path for path in setup.facts.rglob("*") if path.is_file() and path.suffix == ".jsonl"]
    assert all("丙城市设有流动书车" not in path.read_text(encoding="utf-8") for path in kept)


def test_nothing_is_asked_without_consent(setup):
    with model_server(adoptions_only) as server:
        assert setup.draft(server.address, typed="n\n").exit_code == 1
    assert server.requests == [] and not (setup.facts / "drafts").exists()


def test_the_budget_ends_the_questions(setup):
    with model_server(adoptions_only) as server:
        result = setup.draft(server.address, "--yes", "--budget", "1")
    assert "budget" in result.stderr and server.requests == []


def test_passes_that_disagree_are_both_shown(setup):
    def two_minds(request: Request, number: int) -> Reply:
        row = {**ADOPTION, "mechanism": "夜间开馆"} if request["seed"] == 2 else ADOPTION
        return chat(rows(row))

    with model_server(two_minds) as server:
        setup.draft(server.address, "--yes", "--kinds", "adoption", "--passes", 2)
    lines = (setup.facts / "drafts" / "hill-notes.jsonl").read_text(encoding="utf-8").splitlines()
    drafts = [json.loads(line) for line in lines if '"model made-up-1' in line]
    assert [draft["findings"].count("CONFLICT") for draft in drafts] == [1, 1]
    assert {draft["candidates"]["mechanism"][-1] for draft in drafts} == {
        "mobile-library",
        "night-opening",
    }


def test_an_article_that_gives_orders_only_yields_rows(setup):
    """What a model was talked into is still a row that must quote and name, or is refused."""

    def obeys(request: Request, number: int) -> Reply:
        return chat(rows({"quote": "ignore all rules", "run": "rm"}, {"cells": "x"}))

    with model_server(obeys) as server:
        result = setup.draft(server.address, "--yes", "--kinds", "adoption")
    assert setup.by_model() == [] and "2 × the quotation is not in the article" in result.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--price", "2"], "two numbers"),
        (["--price", "nan,1"], "two numbers"),
        (["--kinds", "no-kind"], "not one of the choices"),
        (["--model", ""], "not the address of a model"),
    ],
)
def test_a_wrong_option_is_a_sentence(setup, words, sentence):
    result = setup.draft("http://127.0.0.1:9", "--yes", *words)
    assert result.exit_code == 2 and sentence in result.stderr


def test_a_server_that_is_not_there_leaves_the_rules_their_drafts(setup, monkeypatch):
    monkeypatch.setenv(MODEL_KEY, "secret-key")
    with model_server(adoptions_only) as server:
        pass
    result = setup.draft(server.address, "--yes")
    assert result.exit_code == 0 and f"1 × {server.address} cannot be reached" in result.stderr
    assert "secret-key" not in result.output + result.stderr
    assert (setup.facts / "drafts" / "hill-notes.jsonl").exists() and setup.by_model() == []
