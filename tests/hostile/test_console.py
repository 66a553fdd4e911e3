"""A console that is safe to hand out: what hostile queries find, and that harmless ones pass.

After each hostile query the data is what it was, nothing has connected to the address that the
query names, it took no longer than the limit and a second, and it showed no file, no variable of
the environment and no path of the machine. Long queries end by themselves in any case: they meet
a limit that is lower than the usual one (README.md).
"""

from __future__ import annotations

import hashlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pytest

from graph.stores.cypher.guard import MAX_CHARACTERS, MAX_NESTING
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import BoltStore, connect
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import Answer, BadQuery, Limits, QueryRefused, QueryTooLong, Store
from queries.catalogue import Question, questions
from tests.hostile.corpus import Query, corpus
from tests.servers.retried_question import ask_until_answered

LIMITS = Limits(seconds=3, rows=5000)
# Of the long queries, those of kind `seconds` take some seconds or half a minute by themselves.
SHORT_LIMITS = Limits(seconds=0.3, rows=5000)
LONG = ("long", "seconds", "depth")
# A limit is met to the second only where nothing else runs.
timed = pytest.mark.timed
MARKER = "planted-words-of-a-file"
SECRET = "planted-words-of-the-environment"
CYPHER, SPARQL = corpus("cypher.txt"), corpus("sparql.txt")
HARMLESS_CYPHER, HARMLESS_SPARQL = corpus("harmless_cypher.txt"), corpus("harmless_sparql.txt")
EVERY_QUESTION = pytest.mark.parametrize("question", questions().values(), ids=questions().keys())

NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS held"
EDGES = """MATCH (a)-[r]->(b) RETURN coalesce(a.code, a.id) AS start, type(r) AS type,
  coalesce(b.code, b.id) AS end, properties(r) AS held"""
TRIPLES = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
VALUES = (
    "x'}) DETACH DELETE n //",
    "x`) DETACH DELETE n //",
    "\\u0027}) DETACH DELETE n //",
    'x" } INSERT DATA { <a:b> <a:b> 1 } #',
    "\\",
    "x\n} ; DROP ALL",
)


def every(queries: list[Query]) -> pytest.MarkDecorator:
    cases = [
        pytest.param(query, id=query.name, marks=[timed] if query.kind in LONG else [])
        for query in queries
    ]
    return pytest.mark.parametrize("query", cases)


@dataclass(frozen=True)
class Bait:
    """What hostile queries point to: a listening socket and a file with a marker."""

    listener: socket.socket
    file: Path

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def is_untouched(self) -> bool:
        try:
            self.listener.accept()[0].close()
        except BlockingIOError:
            return True
        return False


@dataclass(frozen=True)
class Console:
    """A store, all that it holds as one hash, and what no answer of it may show.

    `looks` are a query that costs nothing, and those whose answers are all that the store holds.
    """

    store: Store
    looks: tuple[str, ...]
    secrets: tuple[str, ...]

    @cached_property
    def at_first(self) -> str:
        return self.content_hash()

    def content_hash(self) -> str:
        """The hash."""
        rows = [sorted(map(repr, answer.rows)) for answer in self.ask_until_answered(*self.looks)]
        return hashlib.sha256(repr(rows).encode()).hexdigest()

    def ask_until_answered(self, *looks: str) -> list[Answer]:
        """The answers; an engine that is being started again is waited for.

        The first look should cost nothing, for a new engine's first answer takes long.
        """
        return ask_until_answered(lambda: [self.store.ask(look, {}) for look in looks])


@pytest.fixture(scope="module", autouse=True)
def environment() -> Iterator[None]:
    """A variable that every engine inherits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEARNED_FROM_PLANTED", SECRET)
        yield


@pytest.fixture(scope="module")
def bait(tmp_path_factory) -> Iterator[Bait]:
    file = tmp_path_factory.mktemp("bait") / "planted.csv"
    file.write_text(f"{MARKER},1\n<a:b> <a:b> '{MARKER}' .\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        yield Bait(listener, file)


@pytest.fixture(scope="module")
def embedded(small_graph, stores, root, environment) -> Iterator[Console]:
    store = EmbeddedStore.open(small_graph, LIMITS, stores)
    yield Console(store, ("RETURN 1 AS x", NODES, EDGES), (str(stores), str(root)))
    store.close()


@pytest.fixture(scope="module")
def impatient_rdf(small_facts, root, environment) -> Iterator[Console]:
    """The same with a still lower limit of time."""
    store = SparqlStore(small_facts, SHORT_LIMITS)
    yield Console(store, ("ASK {}", TRIPLES), (str(root),))
    store.close()


@pytest.fixture(scope="module")
def rdf(small_facts, root, environment) -> Iterator[Console]:
    store = SparqlStore(small_facts, LIMITS)
    yield Console(store, ("ASK {}", TRIPLES), (str(root),))
    store.close()


@pytest.fixture(scope="module")
def bolt(neo4j, small_facts, small_graph, root) -> Iterator[Console]:
    """The small graph in a real Neo4j, which is emptied first."""
    with connect(neo4j.address, neo4j.user, neo4j.password) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        load(driver, None, small_graph, lambda *_: None)
    store = BoltStore.open(neo4j.address, neo4j.user, neo4j.password, None, LIMITS)
    yield Console(store, ("RETURN 1 AS x", NODES, EDGES), (str(neo4j.home), str(root)))
    store.close()


@pytest.fixture(scope="module")
def unhurried_bolt(bolt, neo4j) -> Iterator[BoltStore]:
    """The same Neo4j with a limit that a busy machine does not reach."""
    address, user, password = neo4j.address, neo4j.user, neo4j.password
    store = BoltStore.open(address, user, password, None, replace(LIMITS, seconds=60))
    yield store
    store.close()


@dataclass(frozen=True)
class Outcome:
    """How many seconds an answer or a refusal took, what it showed, and the refusal."""

    took: float
    shown: str
    error: QueryRefused | QueryTooLong | BadQuery | None = None


def ask_console(console: Console, query: str, given: dict | None = None) -> Outcome:
    begun = time.monotonic()
    try:
        shown = repr(console.store.ask(query, given or {}))
    except (QueryRefused, QueryTooLong, BadQuery) as error:
        return Outcome(time.monotonic() - begun, str(error), error)
    return Outcome(time.monotonic() - begun, shown)


def assert_unharmed(console: Console, bait: Bait, outcome: Outcome) -> None:
    assert outcome.took < LIMITS.seconds + 1
    assert bait.is_untouched()
    for secret in (MARKER, SECRET, *console.secrets, "/usr/lib/jvm", "arcadedb_embedded"):
        assert secret not in outcome.shown


def attacked(console: Console, bait: Bait, query: Query) -> Outcome:
    before = console.at_first
    outcome = ask_console(console, query.aimed(bait.port, bait.file))
    assert_unharmed(console, bait, outcome)
    assert console.content_hash() == before
    return outcome


def is_stopped_if_it_takes_seconds(query: Query, outcome: Outcome) -> bool:
    return isinstance(outcome.error, QueryTooLong) or query.kind != "seconds"


def of_kinds(queries: list[Query], *kinds: str) -> list[Query]:
    return [query for query in queries if query.kind in kinds]


@every(CYPHER)
def test_the_embedded_engine_stands_and_is_stopped_at_its_limit(embedded, bait, query):
    assert is_stopped_if_it_takes_seconds(query, attacked(embedded, bait, query))


@every([query for query in of_kinds(CYPHER, "depth") if "101" in query.name])
def test_brackets_beyond_the_limit_are_refused(embedded, query):
    with pytest.raises(QueryRefused, match=str(MAX_NESTING)):
        embedded.store.ask(query.text, {})


@every([query for query in CYPHER if query.kind not in LONG])
def test_neo4j_stands(bolt, bait, query):
    attacked(bolt, bait, query)


@timed
def test_neo4j_stands_when_a_whole_room_asks_long_questions(bolt, bait):
    """All at once: Neo4j stops a query only between rows, so that some go on for a while."""
    before = bolt.at_first
    slow = [query.aimed(bait.port, bait.file) for query in CYPHER if query.kind in LONG]
    with ThreadPoolExecutor(4) as pool:
        for outcome in pool.map(lambda text: ask_console(bolt, text), slow):
            assert_unharmed(bolt, bait, outcome)
    assert bolt.content_hash() == before


@every(SPARQL)
def test_the_sparql_engine_stands_and_is_stopped_at_its_limit(rdf, impatient_rdf, bait, query):
    console = impatient_rdf if query.kind in LONG else rdf
    assert is_stopped_if_it_takes_seconds(query, attacked(console, bait, query))


def with_value(question: Question, value: str) -> dict[str, str | int]:
    """The question's worked example, with this value for every parameter that is a text."""
    return {p.key: p.example if isinstance(p.example, int) else value for p in question.parameters}


@EVERY_QUESTION
def test_a_value_is_never_query(question, embedded, rdf, bait):
    before = embedded.at_first, rdf.at_first
    for value in VALUES:
        given = with_value(question, value)
        assert_unharmed(embedded, bait, ask_console(embedded, question.text("cypher"), given))
        assert_unharmed(rdf, bait, ask_console(rdf, question.text("sparql"), given))
    assert (embedded.content_hash(), rdf.content_hash()) == before


@pytest.mark.parametrize("name", ["who_learned_from", "who_took_up", "what_a_source_says"])
def test_a_value_is_never_query_for_neo4j(bolt, bait, name):
    question, before = questions()[name], bolt.at_first
    for value in VALUES:
        assert_unharmed(
            bolt, bait, ask_console(bolt, question.text("cypher"), with_value(question, value))
        )
    assert bolt.content_hash() == before


# --- harmless -------------------------------------------------------------------------------


@every(HARMLESS_CYPHER)
def test_a_harmless_query_is_answered(embedded, query):
    assert not embedded.store.ask(query.text, {}).is_cut


@every(HARMLESS_CYPHER)
def test_neo4j_gives_a_harmless_query_the_same_answer(unhurried_bolt, embedded, query):
    ours, theirs = embedded.store.ask(query.text, {}), unhurried_bolt.ask(query.text, {})
    assert ours.rows == theirs.rows
    assert ours.columns == theirs.columns or not ours.rows


@every(HARMLESS_SPARQL)
def test_a_harmless_question_in_sparql_is_answered(rdf, query):
    assert not rdf.store.ask(query.text, {}).is_cut


def test_there_are_as_many_as_were_promised():
    assert len(CYPHER) + len(SPARQL) >= 150
    assert len(HARMLESS_CYPHER) + len(HARMLESS_SPARQL) >= 60
    assert {query.kind for query in HARMLESS_CYPHER + HARMLESS_SPARQL} == {""}


NEO4J_ONLY = ("db.propertyKeys()", "db.schema.visualization()", "db.schema.nodeTypeProperties()")


@pytest.mark.parametrize("procedure", NEO4J_ONLY)
def test_what_the_embedded_engine_describes_otherwise_is_refused(embedded, procedure):
    with pytest.raises(QueryRefused, match="may not call"):
        embedded.store.ask(f"CALL {procedure}", {})


@pytest.mark.parametrize("procedure", NEO4J_ONLY)
def test_neo4j_describes_its_schema(bolt, procedure):
    assert bolt.store.ask(f"CALL {procedure}", {}).rows


# --- the limits -----------------------------------------------------------------------------


@timed
@pytest.mark.parametrize("word", ["RETURN", "SELECT"])
def test_a_query_that_is_too_long_is_refused_at_once(embedded, rdf, word):
    store = embedded.store if word == "RETURN" else rdf.store
    begun = time.monotonic()
    with pytest.raises(QueryRefused, match=str(MAX_CHARACTERS)):
        store.ask(word + " " * MAX_CHARACTERS, {})
    assert time.monotonic() - begun < 1


def test_an_engine_that_has_died_is_started_again(embedded):
    before = embedded.content_hash()
    os.kill(embedded.store._engines.current.process.pid, 9)
    embedded.store._engines.current.process.wait()
    assert embedded.content_hash() == before


def test_a_sparql_engine_that_has_died_is_started_again(rdf):
    before = rdf.content_hash()
    for child in rdf.store._pool.idle:
        child.process.kill()
        child.process.wait()
    assert rdf.content_hash() == before


@timed
def test_a_question_beside_a_query_that_is_ended_is_answered(embedded):
    """One asker's query has the engine started again; the other is answered before and after.

    In between a question may be told that the engines are busy: this store has no spare one, and
    an engine starts about as slowly as the limit is long.
    """
    (long,) = [query for query in CYPHER if query.name == "lists in lists"]
    store = embedded.store
    got = []

    def hostile() -> None:
        try:
            store.ask(long.text, {})
        except QueryTooLong as error:
            got.append(error)

    asker = threading.Thread(target=hostile)
    asker.start()
    while asker.is_alive():
        assert embedded.ask_until_answered("RETURN 1 AS x")[0].rows == ((1,),)
    assert len(got) == 1
    assert embedded.ask_until_answered("RETURN 1 AS x")[0].rows == ((1,),)
