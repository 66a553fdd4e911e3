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
from datetime import date, timedelta, timezone
from typing import Any
from urllib.parse import urlencode

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ClientError, CypherSyntaxError, Forbidden, Neo4jError
from neo4j.spatial import CartesianPoint, WGS84Point
from neo4j.time import Date, DateTime, Duration, Time
from pytz import FixedOffset
from rdflib import Graph, Literal, URIRef, Variable
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result

from tests.hostile.corpus import corpus
from tests.servers.maven import NoJars, fetched_jars

ROWS = 300
ORIGIN = "https://yasgui.example"
CONNECTION_LINES = r"(bolt://\S+), user (\S+), password (\S+) .*\nSPARQL: (\S+)"
EVERYTHING = "SELECT ?s ?p ?o { ?s ?p ?o }"


@dataclass(frozen=True)
class Served:
    """The addresses that a running `serve` told."""

    bolt: str
    user: str
    password: str
    sparql: str


@pytest.fixture(scope="module")
def served(small_folder, root) -> Iterator[Served]:
    """A running `serve`; at the end it is interrupted, and ends without a word."""
    words = ["serve", "--facts", small_folder, "--rows", ROWS]
    words += ["--sparql-port", 0, "--bolt-port", 0]
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
    yield Served(*re.search(CONNECTION_LINES, "".join(told)).groups())
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
    found: Any = graph.query(query, initNs=prefixes)
    assert [str(row.code) for row in found] == ours
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


def test_a_browser_that_asks_first_may_then_ask_from_an_allowed_page(served):
    headers = {"Origin": ORIGIN, "Access-Control-Request-Private-Network": "true"}
    headers |= {"Access-Control-Request-Method": "POST"}
    headers |= {"Access-Control-Request-Headers": "accept,content-type"}
    request = urllib.request.Request(served.sparql, headers=headers, method="OPTIONS")
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 204 and answer.read() == b""
        assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
        assert answer.headers["Access-Control-Allow-Private-Network"] == "true"
        allowed = answer.headers["Access-Control-Allow-Headers"].lower().replace(" ", "")
        assert set(allowed.split(",")) >= {"accept", "content-type"}


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


# --- Bolt -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def driver(served) -> Iterator[Driver]:
    """The official driver, connected as a client that follows the table of routes."""
    address = served.bolt.replace("bolt://", "neo4j://")
    with GraphDatabase.driver(address, auth=(served.user, served.password)) as driver:
        yield driver


def test_the_official_driver_reads_the_graph(driver, small_graph):
    query = """MATCH (a)-[r:LEARNED_FROM {dataset: $dataset}]->(b)
      RETURN a.code, r.when, b.code ORDER BY r.id"""
    records, summary, keys = driver.execute_query(query)
    assert keys == ["a.code", "r.when", "b.code"] and summary.query_type == "r"
    edges = small_graph.of_type("LEARNED_FROM")
    assert [tuple(record) for record in records] == [
        (edge.start, edge.properties.get("when"), edge.end) for edge in edges
    ]


def test_nodes_edges_paths_and_times_are_those_of_the_driver(driver):
    query = """MATCH path = (a:Place {code: $code})-[r:LEARNED_FROM]->(b)
      RETURN path, a, r, b, date('2019-06-01') AS day, duration('P1Y2DT3S') AS span,
        datetime('2019-06-01T10:00:00+08:00') AS at, localdatetime('2019-06-01T10:00:00') AS here,
        point({x: 1, y: 2}) AS spot, [1.5, true, null, 2147483648] AS values LIMIT 1"""
    (record,) = driver.execute_query(query, code="12").records
    assert record["path"].nodes == (record["a"], record["b"])
    assert record["path"].relationships == (record["r"],) and record["r"].type == "LEARNED_FROM"
    assert record["r"].start_node == record["a"] and record["a"].labels == {"Place", "Thing"}
    assert record["r"]["statements"] and record["a"]["code"] == "12"
    assert record["day"].iso_format() == "2019-06-01" and record["span"].months == 12
    assert record["at"].iso_format() == "2019-06-01T10:00:00.000000000+08:00"
    assert record["here"].iso_format() == "2019-06-01T10:00:00.000000000"
    assert tuple(record["spot"]) == (1, 2)
    assert record["values"] == [1.5, True, None, 2147483648]


TIMES = [
    Date(2019, 6, 1),
    Time(10, 0, 5),
    Time(10, 0, 5, tzinfo=FixedOffset(480)),  # the driver sends no other zone with a time
    DateTime(1949, 10, 1, 15, 0, 0, 7),
    DateTime(2019, 6, 1, 10, tzinfo=timezone(timedelta(hours=8))),
    Duration(months=14, days=3, seconds=4, nanoseconds=5),
    CartesianPoint((1.0, 2.0)),
]


@pytest.mark.parametrize("value", TIMES, ids=lambda value: type(value).__name__)
def test_times_and_points_come_back_as_they_were_given(driver, value):
    (record,) = driver.execute_query("RETURN $value AS value, [$value] AS list", value=value)[0]
    assert record["value"] == value and record["list"] == [value]
    assert type(record["value"]) is type(value)


def test_a_day_is_compared_and_what_no_engine_here_has_is_refused(driver):
    query = "UNWIND ['2018-01-01', '2020-01-01'] AS day WITH date(day) AS day WHERE day < $until"
    asked = driver.execute_query(f"{query} RETURN day", until=date(2019, 1, 1))
    assert [record["day"].year for record in asked.records] == [2018]
    with pytest.raises(ClientError, match="globe"):
        driver.execute_query("RETURN $spot", spot=WGS84Point((117.6, 26.3)))


@pytest.fixture(scope="module")
def shell_jars(root) -> str:
    """The jars of cypher-shell, as Maven fetches them."""
    pom = root / "tests" / "servers" / "cypher_shell.xml"
    try:
        return str(fetched_jars(root / "build" / "cypher-shell" / "jars", pom, []))
    except NoJars as missing:
        pytest.skip(str(missing))


def test_cypher_shell_asks_with_parameters_in_a_transaction_and_hears_of_faults(served, shell_jars):
    words = [":param place => '12';", ":begin", "MATCH (p:Place {code: $place}) RETURN p.code;"]
    words += [":commit", "RETURN date($day) AS day, $day AS text;", "MATCH (n) RETRUN n;"]
    order = ["java", "-cp", f"{shell_jars}/*", "org.neo4j.shell.Main", "-a", served.bolt]
    order += ["-u", served.user, "-p", served.password, "-P", "{day: '2019-06-01'}"]
    told = subprocess.run(
        [*order, "--format", "plain", "--fail-at-end"],
        input="\n".join(words),
        capture_output=True,
        text=True,
    )
    lines = ["p.code", '"12"', "day, text", '2019-06-01, "2019-06-01"']
    assert told.stdout.splitlines() == lines, told.stderr
    assert "RETRUN" in told.stderr and "line 1, column 10" in told.stderr


def test_rows_come_in_parts_and_several_results_in_one_transaction(driver):
    with driver.session(fetch_size=7) as session:
        assert [r[0] for r in session.run("UNWIND range(1, 100) AS i RETURN i")] == [*range(1, 101)]
        with session.begin_transaction() as transaction:
            first = transaction.run("UNWIND range(1, 20) AS i RETURN i")
            second = transaction.run("RETURN $list AS list", list=[1, {"a": "三明"}])
            assert second.single()["list"] == [1, {"a": "三明"}]
            assert len(first.fetch(50)) == 20
        read = session.execute_read(lambda tx: tx.run("MATCH (n) RETURN count(n) AS n").single())
        assert read["n"] > 0
        versions = session.run("CALL dbms.components() YIELD versions").single()["versions"]
        assert versions[0].startswith("5.")


@pytest.mark.parametrize(
    ("query", "kind", "words"),
    [
        ("MATCH (n) DETACH DELETE n", Forbidden, "read only"),
        ("CREATE (n)", Forbidden, "read"),
        ("LOAD CSV FROM 'file:///etc/hosts' AS row RETURN row", Forbidden, "LOAD"),
        ("CALL apoc.load.json('http://127.0.0.1:1') YIELD value RETURN value", Forbidden, "apoc"),
        ("MATCH (n RETURN n", CypherSyntaxError, "BadQuery"),
        ("UNWIND range(1, 5000) AS i RETURN i", ClientError, f"more than {ROWS} rows"),
    ],
)
def test_what_only_a_writer_or_a_spy_would_ask_is_refused(driver, query, kind, words):
    with driver.session() as session:
        with pytest.raises(kind, match=words):
            session.run(query).consume()
        assert session.run("RETURN 1 AS x").single()["x"] == 1  # the connection goes on


def test_hostile_cypher_shows_nothing_and_changes_nothing(driver, root):
    count = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)"
    before = driver.execute_query(count).records
    quick = [q for q in corpus("cypher.txt") if q.kind not in ("long", "seconds", "depth")]
    with driver.session() as session:
        for query in quick[::8]:
            try:
                shown = str(session.run(query.aimed(1, root / "LICENSE")).data())
            except Neo4jError as error:
                shown = str(error.code)
            assert "Apache" not in shown
    assert driver.execute_query(count).records == before


def test_several_drivers_read_at_once(served):
    def read(_: int) -> int:
        auth = (served.user, served.password)
        with GraphDatabase.driver(served.bolt, auth=auth) as other:
            return other.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]

    with ThreadPoolExecutor(4) as readers:
        assert len(set(readers.map(read, range(8)))) == 1


@pytest.mark.parametrize("user", ["reader", "neo4j"])
def test_a_wrong_password_opens_nothing(served, user):
    with (
        GraphDatabase.driver(served.bolt, auth=(user, "wrong")) as other,
        pytest.raises(AuthError, match="password"),
    ):
        other.verify_connectivity()


def test_bytes_that_are_no_bolt_end_the_connection_and_nothing_else(driver, served):
    host, port = served.bolt.removeprefix("bolt://").split(":")
    greeting = bytes.fromhex("6060b017") + bytes((0, 4, 4, 5)) * 4
    for content in (b"GET / HTTP/1.1\r\n\r\n    ", greeting + b"\x00\x01\xb9\x00\x00", bytes(20)):
        with socket.create_connection((host, int(port)), timeout=5) as client:
            client.sendall(content)
            while client.recv(100):
                pass
    assert driver.execute_query("RETURN 1 AS x").records[0]["x"] == 1


def test_a_port_that_is_taken_is_one_sentence(small_folder, root):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        options = ["--facts", str(small_folder), "--sparql-port", port, "--lang", "zh", "--no-bolt"]
        result = subprocess.run(
            [sys.executable, "cli.py", "serve", *options],
            cwd=root,
            capture_output=True,
            text=True,
        )
    assert result.returncode == 2 and result.stdout == ""
    (sentence,) = result.stderr.splitlines()
    assert "已被占用" in sentence and port in sentence and "--sparql-port" in sentence


# --- the example ----------------------------------------------------------------------------


# rdflib 7.6 warns of what it calls by itself
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_example_notebook_runs_from_facts_to_four_tools(
    served, small_folder, small_graph, root, monkeypatch
):
    monkeypatch.chdir(root / "examples")
    monkeypatch.setenv("LEARNED_FROM_FACTS", str(small_folder))
    monkeypatch.setenv("LEARNED_FROM_BOLT", served.bolt)
    monkeypatch.setenv("LEARNED_FROM_SERVE_PASSWORD", served.password)
    monkeypatch.setattr(sys, "path", [*sys.path])
    notebook = json.loads((root / "examples" / "own_tools.ipynb").read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(cells) == 10 and all(cell["outputs"] == [] for cell in cells)
    names: dict[str, Any] = {}
    for cell in cells:
        exec("".join(cell["source"]), names)
    assert len(names["rows"]) == len(small_graph.of_type("LEARNED_FROM")) > 0
    assert len(names["statements"]) == len(names["facts"].statements)
    assert 0 < len(names["direct"]) <= len(names["rows"]) < len(names["dataset"])
