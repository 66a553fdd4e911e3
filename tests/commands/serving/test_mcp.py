"""The server for assistants, asked by the SDK's own client over stdin and stdout."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult, TextContent, Tool

from commands.serving.assistant_tools import MAX_TOKENS
from queries.catalogue import questions
from queries.rendering.token_estimate import token_estimate
from tests.hostile.corpus import corpus

Call = Callable[..., CallToolResult]
# A zone, and the names that it shares with a prefecture in these tests.
ZONE, TWIN = "hill-road,山路片区,Hill Road Zone", "hill-road,甲城市,Alder"
TOOLS = {
    *("list_questions", "describe_question", "resolve_name", "ask_question"),
    *("evidence", "schema_card", "run_query"),
}


@pytest.fixture(scope="module")
def folder(small_folder, tmp_path_factory) -> Path:
    """The small facts with two places of one name, and a copy that has other words."""
    folder = tmp_path_factory.mktemp("assistant") / "facts"
    shutil.copytree(small_folder, folder)
    places = (folder / "place.csv").read_text(encoding="utf-8")
    assert ZONE in places
    (folder / "place.csv").write_text(places.replace(ZONE, TWIN), encoding="utf-8")
    changed = folder / "texts" / "east-gazette.txt"
    changed.write_text("Nothing of it stands here.", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def client(folder, root, tmp_path_factory) -> Iterator[tuple[Client, Call, list[Tool]]]:
    """A client of a server that was started in some other folder, and a way to call its tools."""
    words = ["mcp", "--facts", str(folder), "--sources", str(folder / "texts"), "--lang", "en"]
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    server = StdioServerParameters(
        command=sys.executable, args=[str(root / "cli.py"), *words], cwd=elsewhere
    )
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server)) as connected,
    ):

        def call(tool: str, **arguments: object) -> CallToolResult:
            return portal.call(connected.call_tool, tool, arguments)

        yield connected, call, portal.call(connected.list_tools).tools
    assert list(elsewhere.iterdir()) == []


@pytest.fixture
def call(client) -> Call:
    return client[1]


def text(result: CallToolResult) -> str:
    (content, *_) = result.content
    assert isinstance(content, TextContent)
    return content.text


def content(result: CallToolResult) -> dict:
    assert not result.is_error, text(result)
    assert json.loads(text(result)) == result.structured_content
    return result.structured_content


def refusal(result: CallToolResult) -> str:
    """What a tool does not do, as a sentence."""
    assert result.is_error and "Traceback" not in text(result)
    return text(result)


def test_the_tools_only_read_and_say_what_they_are_for(client):
    connected, _, listed = client
    assert "statement" in connected.instructions
    assert {tool.name for tool in listed} == TOOLS
    assert all(tool.annotations.read_only_hint and len(tool.description) > 40 for tool in listed)


def test_every_question_is_listed_and_described(call):
    assert content(call("list_questions"))["questions"].keys() == questions().keys()
    described = content(call("describe_question", name="who_took_up"))
    assert [parameter["name"] for parameter in described["parameters"]] == ["mechanism"]
    assert "who_took_up" in refusal(call("describe_question", name="who_knows"))


def test_a_name_that_two_things_share_is_never_guessed(call):
    for typed in ("甲城市", "Alder", "jiacheng shi"):
        result = content(call("resolve_name", name=typed))
        assert result["code"] is None and "choose" in result["note"], typed
        candidates = {candidate["code"]: candidate["is"] for candidate in result["candidates"]}
        assert candidates.keys() >= {"11", "hill-road"}
        assert candidates["11"] != candidates["hill-road"]
    told = refusal(call("ask_question", name="who_learned_from", parameters={"place": "甲城市"}))
    assert "11 (" in told and "hill-road (" in told


def test_a_name_of_one_thing_is_its_code(call):
    assert content(call("resolve_name", name="乙城"))["code"] == "12"
    assert content(call("resolve_name", name="hill-road"))["code"] == "hill-road"
    assert content(call("resolve_name", name="Alder", kinds=["Mechanism"]))["code"] is None
    assert content(call("resolve_name", name="zzzz"))["candidates"] == []
    assert "Place" in refusal(call("resolve_name", name="Alder", kinds=["Plaza"]))


def test_each_row_of_an_answer_has_its_statements_and_each_statement_a_citation(call):
    answer = content(call("ask_question", name="who_learned_from", parameters={"place": "11"}))
    assert answer["rows"] and answer["left_out"] == 0
    for row in answer["rows"]:
        assert row["statements"] and answer["citations"].keys() >= set(row["statements"])
        for id in row["statements"]:
            assert id in answer["citations"][id] and "characters" in answer["citations"][id]
    assert "place" in refusal(call("ask_question", name="who_learned_from"))


def test_evidence_shows_the_passage_only_of_a_copy_that_agrees(call, folder):
    query = "MATCH (s:Statement)-[:IN]->(:Source {code: $code}) RETURN s.id LIMIT 1"
    for source, passage in (("north-daily", True), ("east-gazette", False)):
        rows = content(call("run_query", query=query.replace("$code", f"'{source}'")))["rows"]
        proof = content(call("evidence", id=rows[0]["statements"][0]))
        (spot, *_) = proof["spots"]
        assert proof["source"]["code"] == source and spot["sha256"]
        assert ("passage" in spot) == passage == (spot["copy"] == "verified")
        if passage:
            words = (folder / "texts" / "north-daily.txt").read_text(encoding="utf-8")
            assert spot["passage"] == words[spot["start"] : spot["end"]]
        else:
            assert "does not have the cited words" in proof["note"]
    assert "no-such-id" in refusal(call("evidence", id="no-such-id"))


def test_the_card_and_its_examples_are_true(call):
    card = text(call("schema_card"))
    assert token_estimate(card) <= 4000 and "LEARNED_FROM" in card and "PLANNED" in card
    cypher, sparql = card.split("```")[1::2]
    for query, language in ((cypher, "cypher"), (sparql, "sparql")):
        answer = content(call("run_query", query=query, language=language))
        assert answer["rows"] and all(row["statements"] for row in answer["rows"])


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("cypher", "UNWIND range(1, 5000) AS i MATCH (s:Statement) RETURN i, s"),
        ("cypher", "RETURN reduce(t = 'x', i IN range(1, 12) | t + t + t) AS t"),
        ("sparql", "SELECT * { ?s ?p ?o . ?a ?b ?c }"),
    ],
)
def test_an_answer_has_a_limited_number_of_tokens(call, language, query):
    result = call("run_query", query=query, language=language)
    answer = content(result)
    assert token_estimate(text(result)) <= MAX_TOKENS
    assert answer["notes"]


def test_the_rows_that_did_not_fit_come_next(call):
    query = "MATCH (s:Statement) RETURN s.id AS id, s ORDER BY id"
    rows = content(call("run_query", query=query))
    assert rows["left_out"] > 0
    following = content(call("run_query", query=query, first=len(rows["rows"])))
    assert following["rows"][0]["values"]["id"] > rows["rows"][-1]["values"]["id"]


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_hostile_queries_change_nothing_and_show_nothing(call, language, root):
    count = {
        "cypher": "MATCH (n) RETURN count(n) AS n, sum(size(keys(n))) AS k",
        "sparql": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    }[language]
    before = content(call("run_query", query=count, language=language))["rows"]
    quick = [q for q in corpus(f"{language}.txt") if q.kind not in ("long", "seconds", "depth")]
    for query in quick[::6]:
        result = call("run_query", query=query.aimed(1, root / "LICENSE"), language=language)
        assert "Apache" not in text(result) and str(root) not in text(result).replace(
            query.aimed(1, root / "LICENSE"), ""
        )
    assert content(call("run_query", query=count, language=language))["rows"] == before


def test_faults_of_the_facts_are_told_and_nothing_is_served(folder, root, tmp_path):
    shutil.copytree(folder, tmp_path / "facts")
    (tmp_path / "facts" / "place.csv").write_text("code\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, str(root / "cli.py"), "mcp", "--facts", str(tmp_path / "facts")],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert result.returncode == 1 and result.stdout == "" and "place.csv" in result.stderr
