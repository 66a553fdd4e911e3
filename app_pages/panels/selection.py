"""The bundles of a page that the reader has picked, in its picture or in its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app_pages.components.stage import Pick
from app_pages.panels.evidence import evidence
from app_pages.state.address import lost_parts
from app_pages.state.language import language, say
from app_pages.state.workspace import copies
from exports.cards.statement_card import STYLE, CardContext, card
from graph.drawing.network_scene import link_sentence
from graph.links.edge_bundles import EdgeBundle
from graph.lookup.withdrawn import withdrawn_at
from graph.model.facts import Facts
from ontology.schema.value_types import CODE_SEPARATOR

# The most names in the title of several things.
MAX_NAMES_IN_TITLE = 4


def picture_selection(bundles: Sequence[EdgeBundle], pick: str | None) -> Pick | None:
    """A pick as a picture takes it: `{"edge": id}`, `{"node": id}`, of several `{"nodes": ids}`."""
    if not pick:
        return None
    if CODE_SEPARATOR in pick:
        return {"nodes": pick.split(CODE_SEPARATOR)}
    return {"edge" if any(bundle.id == pick for bundle in bundles) else "node": pick}


def picked_id(value: Mapping[str, str | list[str]] | None) -> str | None:
    """The id of what a picture gives as picked; the ids of several things in one text."""
    ids = next(iter(value.values()), None) if value else None
    return CODE_SEPARATOR.join(ids) if isinstance(ids, list) else ids


def single_pick(key: str) -> str | None:
    """The picked thing or bundle that the session keeps; None if nothing or several are picked."""
    ids = picked_things(st.session_state.get(key))
    return ids[0] if len(ids) == 1 else None


def picked_things(pick: str | None) -> list[str]:
    """The ids in a pick; more than one only if it is of several things."""
    return pick.split(CODE_SEPARATOR) if pick else []


def selected_in_table(key: str, bundles: Sequence[EdgeBundle]) -> str | None:
    """The id of the bundle whose row is selected in the table of this key."""
    rows = st.session_state[key]["selection"]["rows"]
    return bundles[rows[0]].id if rows else None


def bundles_at(bundles: Sequence[EdgeBundle], pick: str | None) -> list[EdgeBundle]:
    """The picked bundle, or all bundles of the picked things."""
    ids = set(picked_things(pick))
    return [bundle for bundle in bundles if bundle.id in ids or not ids.isdisjoint(bundle.ends)]


def show_evidence(facts: Facts, bundles: Sequence[EdgeBundle], pick: str, page: str) -> None:
    """The panel of statements of the picked bundle, or of all bundles of the picked things."""
    codes = [code for code in picked_things(pick) if code in facts.things]
    names = [facts.display_name(code, language()) for code in codes[:MAX_NAMES_IN_TITLE]]
    title = say("comma").join(names) + (" …" if len(codes) > MAX_NAMES_IN_TITLE else "")
    title = title or link_sentence(facts, bundles[0], language())
    ids = dict.fromkeys(id for bundle in bundles for id in bundle.statements)
    evidence(facts, list(ids), title, page)


def sources_of(facts: Facts, bundle: EdgeBundle, language: str) -> list[str]:
    """The names of the sources of a bundle, sorted."""
    return sorted(
        {facts.display_name(facts.statements[id].source, language) for id in bundle.statements}
    )


def withdrawn_pick(facts: Facts, page: str) -> None:
    """When, by whom and why the bundle or statement of the address was withdrawn, if it was."""
    for text in lost_parts(page, "pick"):
        if ids := withdrawn_at(facts, text):
            context = CardContext(facts, copies(), language())
            st.text(say("link_withdrawn"))
            st.html(STYLE + "".join(card(context, id) for id in ids))
