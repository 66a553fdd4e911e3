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
MAX_SHOWN_LETTERS = 60
VISITED_PAGE_KEY = "page_shown"


def restore_from_url(page: str, parts: Sequence[UrlPart]) -> None:
    """Takes the view from an address that this app did not write; says which parts are lost.

    An address without any part changes nothing if the reader comes from another page; on the same
    page, as after Back, it stands for the first view.
    """
    query = st.query_params.to_dict()
    from_url = {part.name: query[part.name] for part in parts if part.name in query}
    written_address = st.session_state.get(f"{page}_address")
    is_asked = bool(from_url) or st.session_state.get(VISITED_PAGE_KEY) == page
    if written_address is None or (is_asked and not _is_written_by_app(page, parts, from_url)):
        view = read(parts, from_url)
        for part in parts:
            forget(part.key)
            st.session_state[part.key] = view.values[part.key]
        st.session_state[f"{page}_lost"] = view.lost_parts, write(parts, view.values)
        # a click may end this run before its address is written: it must not be taken again
        st.session_state[f"{page}_address"] = from_url
    lost_texts, _ = st.session_state[f"{page}_lost"]
    if lost_texts:
        lost_parts = say("comma").join(
            f"{name}={_shortened_text(text)}" for name, text in lost_texts
        )
        st.warning(say("address_lost", lost=plain(lost_parts)), icon=":material/link_off:")


def lost_parts(page: str, name: str) -> tuple[str, ...]:
    """The texts of the parts of this name that the page did not find."""
    lost_texts, _ = st.session_state[f"{page}_lost"]
    return tuple(text for part, text in lost_texts if part == name)


def mark_visited(page: str) -> None:
    """Remembers the page that has been shown to its end."""
    st.session_state[VISITED_PAGE_KEY] = page


def _is_written_by_app(page: str, parts: Sequence[UrlPart], from_url: Mapping[str, str]) -> bool:
    """Whether this app wrote the address, as far as the browser has received it.

    If the reader has just changed something, the browser still sends the address before the change.
    """
    written_address, unsent_address = (
        st.session_state.get(f"{page}_{name}") for name in ("address", "unsent")
    )
    texts_before, texts_now = st.session_state.get(f"{page}_held", {}), _widget_texts(parts)
    return from_url in (written_address, unsent_address) or any(
        texts_now[key] != texts_before[key] for key in texts_now.keys() & texts_before
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
    other_parts = {name: query[name] for name in query.keys() - {part.name for part in parts}}
    if was_cut or query != other_parts | address:
        st.query_params.from_dict(other_parts | address)
    st.session_state[f"{page}_unsent"] = None
    st.session_state[f"{page}_held"] = _widget_texts(parts)
    if address != st.session_state[f"{page}_lost"][1]:
        st.session_state[f"{page}_lost"] = (), address


def _shortened_text(text: str) -> str:
    return text if len(text) <= MAX_SHOWN_LETTERS else text[:MAX_SHOWN_LETTERS] + "…"
