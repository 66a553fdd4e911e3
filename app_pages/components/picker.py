"""A field that finds things by any of their names: either script, pinyin, initials, code.

The app searches the typed text as on the Explore page. The chosen things are kept in the order of
choosing, under the session's key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import streamlit as st

from app_pages.components.component import component
from app_pages.state.language import language, say
from app_pages.state.workspace import search_index
from graph.lookup.search import exact_match
from graph.lookup.thing_context import context_label
from graph.model.facts import Facts

HTML = """<div class="picker"><label class="label" for="picked"></label>
<div class="box"><div class="field"><ul class="chips"></ul>
<input class="input" id="picked" type="text" role="combobox" autocomplete="off" spellcheck="false"
 aria-autocomplete="list" aria-expanded="false" aria-controls="listed"></div>
<button class="clear" type="button" hidden>✕</button>
<svg class="arrow" viewBox="0 0 24 24" aria-hidden="true"><path fill="none" stroke="currentColor"
 stroke-width="2" d="m7 10 5 5 5-5"/></svg></div>
<div class="list" popover="manual"><ul class="options" id="listed" role="listbox"></ul>
<p class="note" hidden></p></div><div class="status" role="status"></div></div>"""
# The length of the list before anything is typed, and the number of hits.
FIRST_OPTIONS, MAX_HITS = 60, 30


def pick_one(
    facts: Facts, key: str, label: str, codes: Sequence[str], *, may_be_none: bool = True
) -> str | None:
    """One of these things, or none. If the key has another value, it becomes the first, or none."""
    if st.session_state.get(key) not in codes:
        st.session_state[key] = None if may_be_none else codes[0]
    placeholder = say("any") if may_be_none else say("type_a_name")
    shape = {"several": False, "most": 1, "clears": may_be_none, "placeholder": placeholder}
    _picker(facts, key, label, codes, tuple(_chosen_codes(key)), shape)
    code: str | None = st.session_state[key]
    return code


def pick_several(
    facts: Facts,
    key: str,
    label: str,
    codes: Sequence[str],
    placeholder: str,
    limit: int | None = None,
) -> list[str]:
    """Some of these things in the order in which they were chosen."""
    known_codes = set(codes)
    st.session_state[key] = [
        code for code in st.session_state.get(key) or () if code in known_codes
    ]
    shape = {"several": True, "most": limit or len(codes), "clears": True}
    _picker(
        facts, key, label, codes, tuple(_chosen_codes(key)), shape | {"placeholder": placeholder}
    )
    return list(st.session_state[key])


@st.fragment
def _picker(
    facts: Facts,
    key: str,
    label: str,
    codes: Sequence[str],
    codes_before: tuple[str, ...],
    shape: Mapping[str, Any],
) -> None:
    """The field: typing runs only the field again, choosing runs the whole page."""
    widget, typing = f"{key}-picker", f"{key}-typed"

    def keep_typed_text() -> None:
        st.session_state[typing] = st.session_state[widget].typed

    def keep_choice() -> None:
        codes_now = st.session_state[widget].chosen
        st.session_state[key] = codes_now if shape["several"] else next(iter(codes_now), None)
        st.session_state[typing] = ""

    text = st.session_state.get(typing) or ""
    _mount()(
        key=widget,
        data={
            "label": label,
            **shape,
            **_matching_options(facts, codes, codes_before, text),
            "words": _words(),
        },
        on_typed_change=keep_typed_text,
        on_chosen_change=keep_choice,
    )
    if tuple(_chosen_codes(key)) != codes_before:
        st.rerun()


@cache
def _mount() -> Any:
    return component("picker", HTML)


def _chosen_codes(key: str) -> Sequence[str]:
    value = st.session_state.get(key)
    return [value] if isinstance(value, str) else value or []


def _matching_options(
    facts: Facts, codes: Sequence[str], chosen_codes: Sequence[str], text: str
) -> dict[str, object]:
    """The things that the typed text may mean; if nothing is typed, the first of all things."""
    hits = search_index().limited_to(codes).hits(text, MAX_HITS) if text else ()
    if text:
        names = {hit.code: hit.name for hit in hits}
        note = "" if names else say("nothing_found", text=text)
    else:
        names = dict.fromkeys(codes[:FIRST_OPTIONS])
        left = len(codes) - len(names)
        note = say("more_to_find", count=f"{left:,}") if left else ""
    return {
        "typed": text,
        "meant": exact_match(hits),
        "chosen": [
            {"code": code, "name": facts.display_name(code, language())} for code in chosen_codes
        ],
        "options": _options(facts, names),
        "note": note,
        "status": note or say("found_count", count=len(names)),
    }


def _options(facts: Facts, fitting_names: Mapping[str, str | None]) -> list[dict[str, str]]:
    """Each hit, by code, with its name and the text that distinguishes it.

    That text is its other name, the name that matches the typed text, its kind and its place.
    """
    page_language = language()
    labels = [
        (
            facts.display_name(code, page_language),
            _distinguishing_text(facts, code, name, page_language),
        )
        for code, name in fitting_names.items()
    ]
    counts = Counter(labels)
    return [
        {
            "code": code,
            "name": label[0],
            "more": label[1] if counts[label] == 1 else f"{label[1]} · {code}",
        }
        for code, label in zip(fitting_names, labels, strict=True)
    ]


def _distinguishing_text(
    facts: Facts, code: str, matching_name: str | None, page_language: str
) -> str:
    other_name = facts.display_name(code, "en" if page_language == "zh" else "zh")
    name = facts.display_name(code, page_language)
    parts = [other_name] * (other_name != name) + [context_label(facts, code, page_language)]
    if matching_name and matching_name not in name and matching_name not in other_name:
        parts.insert(-1, matching_name)
    return " · ".join(filter(None, parts))


def _words() -> dict[str, str]:
    return {"remove": say("remove_choice", name="{name}"), "clear": say("remove_all_choices")}
