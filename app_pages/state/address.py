"""The view in the page's address, so that a link opens what its sender saw.

`restore_from_url` takes the parts of the view from the address before anything is drawn,
`write_to_url` writes them back at the end of each run. Widgets keep their parts by
`persistent_widget`, under the key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app_pages.state.language import say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import UrlPart, read, write
from app_pages.state.widget_state import forget, widget_value

# How many letters of a lost part a message shows.
MOST_SAID = 60
SHOWN = "page_shown"


def restore_from_url(page: str, parts: Sequence[UrlPart]) -> None:
    """Takes the view from an address that this app did not write; says which parts are lost.

    An address without any part changes nothing if the reader comes from another page; on the same
    page, as after Back, it stands for the first view.
    """
    query = st.query_params.to_dict()
    from_url = {part.name: query[part.name] for part in parts if part.name in query}
    written = st.session_state.get(f"{page}_address")
    is_asked = bool(from_url) or st.session_state.get(SHOWN) == page
    if written is None or (is_asked and not _is_ours(page, parts, from_url)):
        view = read(parts, from_url)
        for part in parts:
            forget(part.key)
            st.session_state[part.key] = view.values[part.key]
        st.session_state[f"{page}_lost"] = view.lost, write(parts, view.values)
        # a click may end this run before its address is written: it must not be taken again
        st.session_state[f"{page}_address"] = from_url
    lost, _ = st.session_state[f"{page}_lost"]
    if lost:
        lost_parts = say("comma").join(f"{name}={_short(text)}" for name, text in lost)
        st.warning(say("address_lost", lost=plain(lost_parts)), icon=":material/link_off:")


def lost_parts(page: str, name: str) -> tuple[str, ...]:
    """The texts of the parts of this name that the page did not find."""
    lost, _ = st.session_state[f"{page}_lost"]
    return tuple(text for part, text in lost if part == name)


def mark_visited(page: str) -> None:
    """Remembers the page that has been shown to its end."""
    st.session_state[SHOWN] = page


def _is_ours(page: str, parts: Sequence[UrlPart], from_url: Mapping[str, str]) -> bool:
    """Whether this app wrote the address, as far as the browser has received it.

    If the reader has just changed something, the browser still sends the address before the change.
    """
    written, unsent = (st.session_state.get(f"{page}_{name}") for name in ("address", "unsent"))
    before, now = st.session_state.get(f"{page}_held", {}), _widget_texts(parts)
    return from_url in (written, unsent) or any(
        now[key] != before[key] for key in now.keys() & before
    )


def _widget_texts(parts: Sequence[UrlPart]) -> dict[str, str | None]:
    """The values of the widgets, by key; None if nothing has been chosen yet."""
    now = [(part, widget_value(part.key)) for part in parts]
    return {part.key: None if value is None else part.write(value) for part, value in now}


def write_to_url(page: str, parts: Sequence[UrlPart]) -> None:
    """Writes the view into the address; the message of lost parts ends when the view changes."""
    address = write(parts, {part.key: st.session_state.get(part.key) for part in parts})
    # a click may end this run before the browser has the new address: the old one stays valid
    was_cut = st.session_state.get(f"{page}_unsent") is not None
    st.session_state[f"{page}_unsent"] = st.session_state[f"{page}_address"]
    st.session_state[f"{page}_address"] = address
    query = st.query_params.to_dict()
    others = {name: query[name] for name in query.keys() - {part.name for part in parts}}
    if was_cut or query != others | address:
        st.query_params.from_dict(others | address)
    st.session_state[f"{page}_unsent"] = None
    st.session_state[f"{page}_held"] = _widget_texts(parts)
    if address != st.session_state[f"{page}_lost"][1]:
        st.session_state[f"{page}_lost"] = (), address


def _short(text: str) -> str:
    return text if len(text) <= MOST_SAID else text[:MOST_SAID] + "…"
