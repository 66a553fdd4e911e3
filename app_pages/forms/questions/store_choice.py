"""The store for questions: an engine of the app itself, or a Neo4j that the reader names."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Thread

import streamlit as st

from app_pages.state.facts_cache import graph_key
from app_pages.state.language import say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import ChoicePart
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import facts_or_stop, facts_stamp
from graph.model.facts import Facts
from graph.stores.open import (
    EMBEDDED_ADDRESS,
    LOCAL_STORES,
    SCHEMES,
    Login,
    OpenStore,
    known_address,
    open_store,
)
from graph.stores.store import Limits, StoreError
from settings import Settings

# The choice of a server; it is chosen at first if the app was started with a server's address.
SERVER = "neo4j"
STORES = (*LOCAL_STORES, SERVER)
# The engine starts before the reader asks if there are no more statements than this.
MAX_STATEMENTS_AHEAD = 30_000
KEY, SERVER_KEY = "ask_store", "ask_server"


@dataclass(frozen=True)
class Server:
    """A server with user and password; kept for the reader's session, and nowhere else."""

    address: str
    user: str
    password: str = field(repr=False)


class NoServer(Exception):
    """The reader chose a server but has not named one yet."""


def store_part() -> ChoicePart:
    """The choice of a store in the page's address, which never has the address of a server."""
    address = Settings.from_environment().store
    first_store = SERVER if address.startswith(SCHEMES) else address
    return ChoicePart(
        "store", KEY, STORES, first_store if first_store in STORES else EMBEDDED_ADDRESS
    )


def choose_store() -> str:
    """The reader's choice of one of STORES."""
    part = store_part()
    assert part.default is not None

    def draw(widget_key: str, value: str | None) -> str:
        labels = {store: say(f"store_{store}") for store in STORES}
        choice: str = st.radio(
            say("store"), STORES, format_func=labels.__getitem__, key=widget_key, horizontal=True
        )
        return choice

    return persistent_widget(KEY, part.default, draw)


def query_language(store: str) -> str:
    """The language that a store speaks: `cypher` or `sparql`."""
    return LOCAL_STORES[store].language if store in LOCAL_STORES else "cypher"


def open_chosen_store(store: str) -> OpenStore:
    """The open store; raises StoreUnreachable, UnknownStore or NoServer."""
    if store != SERVER:
        with st.spinner(say("store_starts")):
            return _local_store(store, *facts_stamp(), facts_or_stop())
    server = _server()
    if server is None:
        raise NoServer
    known_address(server.address)
    with st.spinner(say("store_connects", address=plain(server.address))):
        return _reader_connection(server.address, server.user, server.password, facts_or_stop())


def start_store_ahead(
    facts: Facts,
    folders: str,
    stamp: str,
    then: Callable[[OpenStore], object] = lambda opened: None,
    wait: Callable[[], object] = lambda: None,
) -> Thread | None:
    """Starts the engine that Ask has at first, in the background: the first answer comes at once.

    `wait` is called before it, as an engine takes the processor from whoever reads another page;
    `then` is called with the open store. Both run in the thread.

    Returns the thread in which it starts; None for a server, and for more than MAX_STATEMENTS_AHEAD
    statements, which would keep the processor busy for minutes for a page that few may open.
    """
    store = str(store_part().default)
    if store not in LOCAL_STORES or len(facts.statements) > MAX_STATEMENTS_AHEAD:
        return None
    return _started_ahead(store, folders, stamp, facts, then, wait)


def _server() -> Server | None:
    """The server that the reader has named, else the one that the app was started with.

    The password in the environment is sent only to the app's own server.
    """
    server: Server | None = st.session_state.get(SERVER_KEY)
    if server is not None:
        return server
    settings = Settings.from_environment()
    address, password = settings.store, settings.neo4j_password
    if not address.startswith(SCHEMES) or password is None:
        return None
    return Server(address, settings.neo4j_user, password)


def name_server(store: str) -> None:
    """The form for a server: its address, user and password."""
    if store != SERVER:
        return
    server = _server()
    variable = Settings.from_environment().store
    at_first = server.address if server else variable if variable.startswith(SCHEMES) else ""
    heading = say("server", address=plain(at_first or "…"))
    with st.expander(heading, expanded=server is None), st.form("server", border=False):
        columns = st.columns([3, 1, 1, 1], vertical_alignment="bottom")
        address = columns[0].text_input(
            say("server_address"), at_first, placeholder="neo4j://localhost:7687"
        )
        user = columns[1].text_input(say("server_user"), server.user if server else "neo4j")
        password = columns[2].text_input(say("server_password"), type="password")
        if columns[3].form_submit_button(say("server_connect"), type="primary"):
            st.session_state[SERVER_KEY] = Server(address.strip(), user.strip(), password)
        st.caption(say("server_help"))


def _close(open_store: OpenStore) -> None:
    open_store.store.close()


@st.cache_resource(max_entries=4, show_spinner=False, on_release=_close)
def _local_store(store: str, folder: str, stamp: str, _facts: Facts) -> OpenStore:
    """An engine with the facts, shared by all readers."""
    key = graph_key(folder, stamp)
    return open_store(store, _facts, Limits(), lambda: Login("", ""), spare=True, content_key=key)


@st.cache_resource(max_entries=4, show_spinner=False)
def _started_ahead(
    store: str,
    folder: str,
    stamp: str,
    _facts: Facts,
    _then: Callable[[OpenStore], object],
    _wait: Callable[[], object],
) -> Thread:
    """The thread in which an engine starts, once for all readers."""

    def start() -> None:
        _wait()
        with suppress(StoreError):  # the page Ask reports it
            _then(_local_store(store, folder, stamp, _facts))

    thread = Thread(target=start, name="store ahead", daemon=True)
    thread.start()
    return thread


@st.cache_resource(scope="session", max_entries=1, show_spinner=False, on_release=_close)
def _reader_connection(address: str, user: str, password: str, _facts: Facts) -> OpenStore:
    """A connection for a single reader."""
    return open_store(address, _facts, Limits(), lambda: Login(user, password))
