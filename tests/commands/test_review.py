"""Review and settle: decisions by words, keys and tables, and rows that become facts."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from drafting.drafts.draft import Band
from drafting.drafts.draft_file import draft_path, write_drafts
from drafting.settlement.settlement import settle
from tests.drafting.conftest import review, review_copies, review_folder  # noqa: F401
from tests.drafting.made_up_review import (
    ALDER,
    BIRCH,
    SOURCE,
    accept_with_a_later_doubt,
    adoption,
    source_draft,
)

TEXT = source_draft().id


@pytest.fixture
def command(review_folder, review_copies):  # noqa: F811
    """Runs a command on the folder with three drafts."""

    def run(verb: str, *words: object, keys: str = "", lang: str = "en") -> Result:
        options = ["--lang", lang, "--facts", review_folder, "--sources", review_copies]
        return CliRunner().invoke(app, [verb, *map(str, [*words, *options])], input=keys)

    return run


def test_drafts_are_listed_shown_decided_and_settled(command):
    listed = command("review", "list").stdout
    assert [line.split("\t")[0] for line in listed.splitlines()] == [
        draft_id[:8] for draft_id in (TEXT, ALDER.id, BIRCH.id)
    ]
    refused = command("review", "accept", ALDER.id[:8], "--curator", "Ada")
    assert refused.exit_code == 1 and SOURCE in refused.stderr
    assert f"accept these drafts first: {TEXT[:8]} source" in refused.stderr
    assert command("review", "accept", TEXT, "--curator", "Ada").exit_code == 0
    words = ["edit", ALDER.id[:8], "--set", "local_name=夜间开馆", "--curator", "Ada"]
    assert "edited" in command("review", *words).stdout
    shown = command("review", "show", ALDER.id[:8]).stdout
    assert "local_name: 夜间开馆" in shown and "甲城市试行" in shown
    settled = command("settle", SOURCE)
    assert settled.exit_code == 0, settled.output
    assert settled.stdout == "adoption.csv\t+1\nsource.csv\t+1\n"
    assert "no rows to write" in command("settle", SOURCE).stdout
    assert command("review", "undo", "--curator", "Ada").exit_code == 0
    assert command("settle", SOURCE).stdout == "adoption.csv\t-1\n"


def test_doubts_that_later_rows_raised_are_confirmed_by_name(command, review):  # noqa: F811
    accept_with_a_later_doubt(review("Ada"))
    for words in ((), ("--confirmed",)):
        refused = command("settle", SOURCE, *words)
        assert refused.exit_code == 1
    assert "Write your name" in refused.stderr
    assert ALDER.id[:8] in command("settle", SOURCE).stderr
    settled = command("settle", SOURCE, "--confirmed", "--curator", "Bela")
    assert settled.exit_code == 0 and "adoption.csv\t+2" in settled.stdout


def test_keys_go_through_the_queue(command):
    keys = "a\n?\n1\nx\n2\nu\ns\n"
    result = command("review", keys="Ada\n" + keys)
    assert result.exit_code == 0, result.output
    states = command("review", "list").stdout
    assert [line.split("\t")[1] for line in states.splitlines()] == ["later"]


def test_the_pace_counts_rows_that_were_shown(command):
    assert "no row" in command("review", "pace").stdout
    assert command("review", keys="Ada\na\na\nq\n").exit_code == 0
    told = command("review", "pace", lang="zh").stdout
    assert told.startswith("接受的行：2；每行所用秒数：中位数 0.")


def test_enter_takes_the_likely_decision_and_none_where_there_is_none(command, review_folder):  # noqa: F811
    """Of two rows that say the same, the second is a duplicate once the first is accepted."""
    path = draft_path(review_folder / "drafts", SOURCE)
    again = replace(adoption("甲城市试行虚构的夜间开馆", "11", since="2019"), band=Band.GUESS)
    write_drafts(path, [ALDER, again])
    result = command("review", keys="Ada\n\na\na\n\n")
    assert "Enter: rejects it as a duplicate" in result.stdout
    log = (review_folder / "drafts" / "decisions.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in log.splitlines()]
    assert [(line["action"], line["reason"]) for line in lines][-1] == ("rejected", "duplicate")
    assert len(lines) == 3


def test_a_new_thing_is_added_by_a_key(command):
    thing = "n mechanism code=made-up; name_zh=虚构机制; name_en=Made-up mechanism\n"
    keys = f"a\n{thing}e mechanism=new:虚构机制\nq\n"
    assert command("review", keys="Ada\n" + keys).exit_code == 0
    assert "new:虚构机制" in command("review", "show", ALDER.id[:8]).stdout
    assert command("settle", SOURCE).stdout == (
        "adoption.csv\t+1\nmechanism.csv\t+1\nsource.csv\t+1\n"
    )


def test_what_is_no_action_or_no_draft_is_refused_in_both_languages(command):
    assert command("review", "accepted").exit_code == 2
    for lang, word in (("zh", "没有唯一的草稿"), ("en", "There is not exactly one draft")):
        refused = command("review", "accept", "zz", "--curator", "Ada", lang=lang)
        assert refused.exit_code == 1 and word in refused.stderr
    assert command("settle", "no-such-source").exit_code == 1


def test_decisions_come_back_from_a_spreadsheet_with_their_curators(command, tmp_path):
    sheet = tmp_path / "queue.csv"
    assert command("review", "--export", sheet).exit_code == 0
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["draft"] for row in rows] == [TEXT, ALDER.id, BIRCH.id]
    assert rows[1]["quote"] == "甲城市试行虚构的夜间开馆"
    rows[0] |= {"decision": "accepted", "curator": "Ada"}
    rows[1] |= {"decision": "accepted", "curator": "Bela", "local_name": "夜间开馆"}
    rows[2] |= {"decision": "rejected"}
    write(sheet, rows)
    result = command("review", "--import", sheet)
    assert result.exit_code == 1
    assert "queue.csv:4: " in result.stderr and "2 decisions" in result.stdout
    rows[2] |= {"curator": "Ada", "reason": "not_stated"}
    write(sheet, rows)
    result = command("review", "--import", sheet)
    assert "1 decision " in result.stdout  # the other two were decided on since the export
    waiting = command("review", "list", "--second", "--curator", "Ada").stdout
    assert waiting.startswith(f"{ALDER.id[:8]}\tedited\t") and waiting.count("\n") == 1


def write(path: Path, rows: list[dict[str, str]]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


def test_a_settlement_that_was_killed_is_ended_by_the_next_verb(
    command,
    review_folder,  # noqa: F811
    monkeypatch,
):
    for id in (TEXT, ALDER.id):
        assert command("review", "accept", id, "--curator", "Ada").exit_code == 0
    move = os.replace

    def killed_at_the_source(old: Path, new: Path) -> None:
        if Path(new).name == "source.csv":  # statements of it are in the facts already
            raise KeyboardInterrupt
        move(old, new)

    monkeypatch.setattr(os, "replace", killed_at_the_source)
    with pytest.raises(KeyboardInterrupt):
        settle(review_folder, review_folder.parent / "copies", SOURCE)
    monkeypatch.undo()
    checked = CliRunner().invoke(app, ["check", str(review_folder), "--lang", "en"])
    assert checked.exit_code == 1 and "run review or settle" in checked.stdout
    assert command("review", "list").exit_code == 0
    assert CliRunner().invoke(app, ["check", str(review_folder)]).exit_code == 0


def test_a_name_is_judged_and_the_judgement_taken_back(command, review_folder):  # noqa: F811
    words = ["乙城", "--source", SOURCE]
    options = ["--lang", "en", "--facts", str(review_folder)]
    first = CliRunner().invoke(app, ["identity", *words, *options]).stdout.splitlines()[0]
    assert first.split("\t")[:2] == ["12", "-"] and "East Plain" in first
    assert command("review", "accept", TEXT, "--curator", "Ada").exit_code == 0
    assert command("review", "accept", BIRCH.id, "--curator", "Ada").exit_code == 0
    said = [identity(review_folder, judge) for judge in ("same", "taken_back")]
    assert said == ["“乙城” and 12: same\n", said[1]] and said[1].startswith(BIRCH.id[:8])


def identity(folder: Path, judge: str) -> str:
    words = ["乙城", "--source", SOURCE, "--code", "12", "--judge", judge, "--curator", "Bela"]
    options = ["--lang", "en", "--facts", str(folder)]
    return CliRunner().invoke(app, ["identity", *words, *options]).stdout
