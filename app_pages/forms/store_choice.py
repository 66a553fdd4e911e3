"""Where questions are asked: an engine of the app's own, or a Neo4j that the reader names."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from app_pages.state.language import say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import OneOf
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import facts_or_stop, facts_stamp
from graph.model.facts import Facts
from graph.stores.common.base import Limits
from graph.stores.open import EMBEDDED, LOCAL_STORES, SCHEMES, Opened, known_address, open_store
from settings import Settings

# A store's choice on the page; where the app is started with a server's address, this is chosen.
SERVER = "neo4j"
STORES = (*LOCAL_STORES, SERVER)
KEY, SERVER_KEY = "ask_store", "ask_server"


@dataclass(frozen=True)
class Server:
    """A server and who asks it; kept for the reader's session, and nowhere else."""

    address: str
    user: str
    password: str = field(repr=False)


class NoServer(Exception):
    """A server is to be asked, and none has been named yet."""


def store_part() -> OneOf:
    """The choice of a store in the page's address; a server's own address never stands there."""
    address = Settings.from_environment().store
    first = SERVER if address.startswith(SCHEMES) else address
    return OneOf("store", KEY, STORES, first if first in STORES else EMBEDDED)


def choose_store() -> str:
    """One of STORES, as the reader chooses."""
    part = store_part()
    assert part.default is not None

    def draw(widget_key: str, value: str | None) -> str:
        labels = {store: say(f"store_{store}") for store in STORES}
        chosen: str = st.radio(
            say("store"), STORES, format_func=labels.__getitem__, key=widget_key, horizontal=True
        )
        return chosen

    return persistent_widget(KEY, part.default, draw)


def query_language(store: str) -> str:
    """The language that a store speaks: `cypher` or `sparql`."""
    return LOCAL_STORES[store].language if store in LOCAL_STORES else "cypher"


def open_chosen_store(store: str) -> Opened:
    """The open store; raises StoreUnreachable, UnknownStore or NoServer."""
    if store != SERVER:
        with st.spinner(say("store_starts")):
            return _own(store, *facts_stamp(), facts_or_stop())
    server = _server()
    if server is None:
        raise NoServer
    known_address(server.address)
    with st.spinner(say("store_connects", address=plain(server.address))):
        return _theirs(server.address, server.user, server.password, facts_or_stop())


def _server() -> Server | None:
    """The server that the reader has named, else the one that the app was started with.

    The password in the environment is for the app's own server: it goes to no other.
    """
    named: Server | None = st.session_state.get(SERVER_KEY)
    if named is not None:
        return named
    settings = Settings.from_environment()
    address, password = settings.store, settings.neo4j_password
    if not address.startswith(SCHEMES) or password is None:
        return None
    return Server(address, settings.neo4j_user, password)


def name_server(store: str) -> None:
    """Where a server is to be asked: which, and as whom."""
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


def _close(opened: Opened) -> None:
    opened.store.close()


@st.cache_resource(max_entries=4, show_spinner=False, on_release=_close)
def _own(store: str, folder: str, stamp: str, _facts: Facts) -> Opened:
    """An engine with the facts, one for all readers."""
    return open_store(store, _facts, Limits(), lambda: ("", ""), spare=True)


@st.cache_resource(scope="session", max_entries=1, show_spinner=False, on_release=_close)
def _theirs(address: str, user: str, password: str, _facts: Facts) -> Opened:
    """A connection of one reader's own."""
    return open_store(address, _facts, Limits(), lambda: (user, password))
