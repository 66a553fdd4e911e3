"""serve: the facts for the reader's own tools."""

from __future__ import annotations

import secrets
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Annotated, TypeVar

import typer

from commands.terminal.messages import read_or_exit, say
from commands.terminal.options import (
    FOLDERS,
    USAGE,
    AsOfOption,
    FoldersOption,
    Lang,
    LangOption,
)
from commands.terminal.store_session import print_query_errors
from graph.formats.sorted_elements import stream_of_parts
from graph.model.facts import Facts
from graph.stores.store import Limits
from settings import Settings

ServerType = TypeVar("ServerType")
# A program gets a whole answer or none, so the answer may be larger than on a page.
CELL_BYTES, ANSWER_BYTES = 1_000_000, 50_000_000


def serve(
    lang: LangOption,
    bolt_port: Annotated[int, typer.Option(help="the port of Bolt; 0 for any")] = 7687,
    sparql_port: Annotated[int, typer.Option(help="the port of SPARQL; 0 for any")] = 7878,
    bolt: Annotated[bool, typer.Option(help="answer Cypher by Bolt")] = True,
    rows: Annotated[int, typer.Option(min=1, help="most rows of an answer")] = 10_000,
    seconds: Annotated[float, typer.Option(min=0.1, help="most seconds for a query")] = 10,
    origin: Annotated[
        list[str] | None, typer.Option(help="a web page's origin that may ask, such as YASGUI's")
    ] = None,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
) -> None:
    """Serves the facts to your own tools on this machine, read-only, until Ctrl+C."""
    facts = read_or_exit(folders, lang, as_of=as_of)
    limits = Limits(seconds, rows, CELL_BYTES, ANSWER_BYTES)
    with print_query_errors(lang), ExitStack() as running:
        if bolt:
            running.enter_context(_bolt(facts, limits, bolt_port, lang))
        running.enter_context(_sparql(facts, limits, sparql_port, lang, origin or []))
        say(lang, "serve_until", to_stdout=True)
        _wait_for_the_end()


@contextmanager
def _bolt(facts: Facts, limits: Limits, port: int, lang: Lang) -> Iterator[None]:
    """Bolt while the context lasts; prints its address, user and password."""
    from commands.serving.bolt.server import BoltServer
    from commands.serving.bolt.session import USER, BoltSession
    from commands.serving.bolt.structures import structure
    from commands.serving.complete_answers import complete_answers
    from graph.stores.embedded.store import EmbeddedStore

    chosen_password = Settings.from_environment().serve_password
    password = chosen_password or secrets.token_urlsafe(18)
    graph = stream_of_parts([facts], facts.dataset, facts.release)
    store = EmbeddedStore.open(graph, limits, spare=True, convert=structure)
    ask = complete_answers(store, limits)
    try:
        server = _at_port(
            lambda: BoltServer(port, partial(BoltSession, ask, password, lang.value)),
            port,
            "--bolt-port",
            lang,
        )
        with server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"bolt://{server.host_and_port}"
            key = "serve_bolt" if chosen_password else "serve_bolt_password"
            values = {} if chosen_password else {"password": password}
            say(lang, key, to_stdout=True, address=address, user=USER, **values)
            yield
            server.shutdown()
    finally:
        store.close()


@contextmanager
def _sparql(
    facts: Facts, limits: Limits, port: int, lang: Lang, origins: list[str]
) -> Iterator[None]:
    """SPARQL while the context lasts; prints its address."""
    from commands.serving.sparql_protocol import SparqlServer
    from graph.stores.sparql.store import SparqlStore

    store = SparqlStore(facts, limits, spare=True)
    try:
        server = _at_port(
            lambda: SparqlServer(port, store, lang.value, origins), port, "--sparql-port", lang
        )
        with server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            say(lang, "serve_sparql", to_stdout=True, address=server.address)
            yield
            server.shutdown()
    finally:
        store.close()


def _at_port(start: Callable[[], ServerType], port: int, option: str, lang: Lang) -> ServerType:
    """The server that starts, or a sentence and an exit if another program has the port."""
    try:
        return start()
    except (OSError, OverflowError) as error:
        say(lang, "serve_port_taken", port=port, option=option)
        raise typer.Exit(USAGE) from error


def _wait_for_the_end() -> None:
    """Returns when the user or the system ends the program."""
    end_event = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: end_event.set())
    while not end_event.wait(1):  # on Windows an endless wait would ignore Ctrl+C
        pass
