"""What `serve` offers on this machine, asked by other programs' own clients."""

from __future__ import annotations

import io
import json
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from rdflib import Graph, Literal, URIRef, Variable
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result

from tests.hostile.corpus import corpus

ROWS = 300
ORIGIN = "https://yasgui.example"
EVERYTHING = "SELECT ?s ?p ?o { ?s ?p ?o }"


@dataclass(frozen=True)
class Served:
    """The addresses that a running `serve` told."""

    sparql: str


@pytest.fixture(scope="module")
def served(small_folder, root) -> Iterator[Served]:
    """A running `serve`; at the end it is interrupted, and ends without a word."""
    words = ["serve", "--facts", small_folder, "--sparql-port", 0, "--rows", ROWS]
    process = subprocess.Popen(
        [sys.executable, "cli.py", *map(str, words), "--lang", "en", "--origin", ORIGIN],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    told = []
    for line in process.stdout:
        told.append(line)
        if "Ctrl+C" in line:
            break
    yield Served(*re.findall(r"(http://\S+)", "".join(told)))
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")


def http(
    served: Served, body: bytes | None = None, query: str = "", **headers: str
) -> tuple[int, str]:
    """The status and the text of a request."""
    request = urllib.request.Request(
        f"{served.sparql}?{query}" if query else served.sparql,
        body,
        {name.replace("_", "-"): value for name, value in headers.items()},
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_rdflib_asks_as_it_asks_any_endpoint(served, small_sparql):
    graph = Graph(SPARQLStore(served.sparql))
    query = "SELECT ?code { ?s a lf:Place ; skos:notation ?code } ORDER BY ?code"
    ours = [row[0] for row in small_sparql.ask(query, {}).rows]
    prefixes = {
        "lf": "https://w3id.org/learned-from/ontology#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
    }
    assert [str(row.code) for row in graph.query(query, initNs=prefixes)] == ours
    notation = URIRef("http://www.w3.org/2004/02/skos/core#notation")
    assert len(list(graph.triples((None, notation, None)))) > len(ours)


@pytest.mark.parametrize(
    ("accept", "format"),
    [("application/sparql-results+json", "json"), ("application/sparql-results+xml", "xml")],
)
def test_an_answer_has_the_form_that_its_reader_accepts(served, accept, format):
    query = "SELECT (1 AS ?x) ('a'@en AS ?y) {}"
    status, text = http(served, query=urlencode({"query": query}), Accept=f"text/x, {accept};q=0.5")
    (row,) = Result.parse(io.BytesIO(text.encode()), format=format).bindings
    assert status == 200
    assert (row[Variable("x")], row[Variable("y")]) == (Literal(1), Literal("a", lang="en"))


def test_a_query_comes_as_an_address_a_form_or_a_body(served):
    form = urlencode({"query": "ASK {}"})
    kinds = [
        http(served, query=form),
        http(served, form.encode(), Content_Type="application/x-www-form-urlencoded"),
        http(served, b"ASK {}", Content_Type="application/sparql-query"),
    ]
    assert [(status, json.loads(text)["boolean"]) for status, text in kinds] == [(200, True)] * 3
    status, text = http(
        served, b"CONSTRUCT WHERE { ?s a lf:Place }", Content_Type="application/sparql-query"
    )
    assert status == 200 and len(Graph().parse(data=text, format="turtle")) > 0


def test_what_is_no_query_is_refused_in_a_sentence(served):
    update = urlencode({"update": "CLEAR ALL"}).encode()
    bare = "application/sparql-update"
    form = "application/x-www-form-urlencoded"
    asked = [
        (403, "updates", http(served, update, Content_Type=form)),
        (415, "updates", http(served, b"CLEAR ALL", Content_Type=bare)),
        (403, "CLEAR", http(served, query=urlencode({"query": "CLEAR ALL"}))),
        (403, "SERVICE", http(served, query=urlencode({"query": "ASK { SERVICE <http://x> {} }"}))),
        (400, "error at", http(served, query=urlencode({"query": "SELECT"}))),
        (
            400,
            "FROM",
            http(served, query=urlencode({"query": "ASK {}", "default-graph-uri": "a:b"})),
        ),
        (
            421,
            "localhost",
            http(served, query=urlencode({"query": "ASK {}"}), Host="elsewhere.example"),
        ),
        (413, f"more than {ROWS} rows", http(served, query=urlencode({"query": EVERYTHING}))),
    ]
    for status, words, (given, text) in asked:
        assert (given, words in text) == (status, True), text
        assert "Traceback" not in text


def test_only_an_allowed_page_may_read(served):
    for origin, allowed in ((ORIGIN, ORIGIN), ("https://other.example", None)):
        request = urllib.request.Request(
            f"{served.sparql}?{urlencode({'query': 'ASK {}'})}", headers={"Origin": origin}
        )
        with urllib.request.urlopen(request) as answer:
            assert answer.headers["Access-Control-Allow-Origin"] == allowed


def test_several_readers_ask_at_once(served):
    query = urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"})
    with ThreadPoolExecutor(6) as readers:
        answers = set(readers.map(lambda _: http(served, query=query), range(18)))
    assert len(answers) == 1 and answers.pop()[0] == 200


def test_hostile_queries_show_nothing_and_the_server_still_answers(served, root):
    quick = [q for q in corpus("sparql.txt") if q.kind not in ("long", "seconds", "depth")]
    for query in quick[::8]:
        text = query.aimed(1, root / "LICENSE")
        _, answer = http(served, query=urlencode({"query": text}))
        assert "Apache" not in answer
    assert http(served, query=urlencode({"query": "ASK {}"}))[0] == 200


@pytest.mark.parametrize(("lang", "words"), [("zh", "已被占用"), ("en", "is taken")])
def test_a_port_that_is_taken_is_one_sentence(small_folder, root, lang, words):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        options = ["--facts", str(small_folder), "--sparql-port", port, "--lang", lang]
        result = subprocess.run(
            [sys.executable, "cli.py", "serve", *options],
            cwd=root,
            capture_output=True,
            text=True,
        )
    assert result.returncode == 2 and result.stdout == ""
    (sentence,) = result.stderr.splitlines()
    assert words in sentence and port in sentence and "--sparql-port" in sentence
