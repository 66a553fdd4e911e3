"""The facts, their graph and the folders, opened once for all readers."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import streamlit as st

from app_pages.state.facts_cache import FactsStamp, cached_facts, stamp_of
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from graph.drawing.layout.column_layout import Layout, close_gaps
from graph.drawing.network_scene import network_layout
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.stage_scene import stage_scene
from graph.links.adoption_curves import uptakes
from graph.links.edge_bundle_index import EdgeBundleIndex, bundle_index
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import EdgeFilter, Selection, curve_bundles, select_bundles
from graph.lookup.coordinates import coordinates
from graph.lookup.search import NameIndex
from graph.model.facts import Facts
from graph.model.outlines import LonLat
from graph.model.property_graph import PropertyGraph, property_graph
from loaders.caches.name_index import cached_name_index
from loaders.copies.source_copies import Copies, spans_of, texts_folder
from loaders.releases.released_facts import UnknownRelease
from loaders.tables.faults import BadFacts, FolderMissing
from ontology.schema.kinds import Source, Statement
from settings import Settings

SOURCES_KEY = "sources_folder"

# More links than this are not laid out together: it would take seconds, a picture of a few of
# them would be nearly empty, and the first year of a thing's many links would say little.
MAX_LAID_OUT_BUNDLES = 5_000
# In a picture of more pixels than this, empty rows are removed.
MAX_HEIGHT_PX = 1_200


def facts_folder() -> Path:
    """The facts folder that the app was started with."""
    return Settings.from_environment().facts


def facts_folders() -> str:
    """All facts folders that the app was started with, as one key."""
    return os.pathsep.join(map(str, Settings.from_environment().facts_folders))


def facts_or_stop() -> Facts:
    """The facts; if there are none to read, says why and ends the page."""
    folders = facts_folders()
    try:
        return cached_facts(folders, stamp_of(folders))
    except UnknownRelease as error:
        versions = say("comma").join(error.versions) or "—"
        _stop(say("as_of_unknown", version=plain(error.version), versions=plain(versions)), "")
    except FolderMissing as error:
        _stop(say("no_facts", folder=plain(str(error.folder))), "")
    except BadFacts as error:
        count = len(error.faults)
        _stop(say("bad_facts", folder=plain(folders), count=count), error.text(language()))


def _stop(reason: str, faults: str) -> NoReturn:
    st.error(reason)
    if faults:
        st.code(faults, language=None, wrap_lines=True)
    st.stop()


def graph() -> PropertyGraph:
    """The property graph of the facts."""
    folders = facts_folders()
    return _graph(folders, stamp_of(folders))


def all_bundles() -> EdgeBundleIndex:
    """Every edge that a statement supports."""
    folders = facts_folders()
    return bundles_of(folders, stamp_of(folders))


def is_one_layout() -> bool:
    """Whether things keep their places whatever part of the facts is shown."""
    return len(all_bundles()) <= MAX_LAID_OUT_BUNDLES


def layout_of(bundles: Sequence[EdgeBundle]) -> Layout:
    """The position of each thing in a picture of these lines.

    The places are the same in all pictures, unless there are so many facts that only the shown part
    is laid out; see `is_one_layout`.
    """
    folders = facts_folders()
    if is_one_layout():
        return _full_layout(folders, stamp_of(folders))
    return network_layout(facts_or_stop(), bundles)


def selected_bundles(choice: EdgeFilter) -> tuple[Selection, Sequence[EdgeBundle]]:
    """The lines of a choice, and those that its curve counts."""
    folders = facts_folders()
    return _selections(folders, stamp_of(folders), choice)


def stage_data(choice: EdgeFilter, compared_codes: tuple[str, ...] = ()) -> StageScene:
    """The stage of a choice, with curves of the compared mechanisms, in the reader's language."""
    folders = facts_folders()
    return _stage_scene(folders, stamp_of(folders), choice, compared_codes, language())


def place_coordinates() -> Mapping[str, LonLat]:
    """The coordinates of things on the earth."""
    folders = facts_folders()
    return _all_coordinates(folders, stamp_of(folders))


def search_index() -> NameIndex:
    """The names of all things, ready to be searched."""
    folders = facts_folders()
    return name_index_of(folders, stamp_of(folders))


def facts_stamp() -> FactsStamp:
    """All that is made from the facts is made again when it changes."""
    folders = facts_folders()
    return FactsStamp(folders, stamp_of(folders))


def copies() -> Copies | None:
    """The reader's copies of the sources, if a folder is given and exists.

    If all sources of the facts are titles, no folder is needed: titles are their own copies.
    """
    folder = sources_folder()
    try:
        if folder:
            return Copies(Path(folder))
    except FolderMissing:
        return None
    titles = [source.title_text for source in facts_or_stop().things_of(Source)]
    return Copies(None) if titles and None not in titles else None


def address_of_passage(facts: Facts) -> Callable[[Statement], str | None]:
    """The address where each statement can be read: at its passage, if the reader's copy has it."""
    own_copies = copies()

    def address(statement: Statement) -> str | None:
        source = facts.source_of(statement)
        if own_copies is None or source.address is None:
            return source.address
        own_copies.locate(source, spans_of(facts, source))
        return own_copies.address(source, statement.spans[0])

    return address


def sources_folder() -> str:
    """The folder that the reader has named, or that the app was started with.

    If there is none, the folder beside the facts, which the first text of a curator makes.
    """
    named_folder = st.session_state.get(SOURCES_KEY)
    if named_folder is None:
        named_folder = Settings.from_environment().sources
    if folder := str(named_folder).strip():
        return folder
    beside = texts_folder(facts_folder())
    return str(beside) if beside.is_dir() else ""


def choose_sources() -> None:
    """The setting of the folder with the reader's copies."""
    st.session_state[SOURCES_KEY] = sources_folder()
    st.sidebar.text_input(
        say("sources_folder"), key=SOURCES_KEY, help=say("sources_help"), placeholder="/…/texts"
    )
    if sources_folder() and not Path(sources_folder()).is_dir():
        st.sidebar.warning(say("no_sources_folder", folder=plain(sources_folder())))


@st.cache_resource(max_entries=2, show_spinner=False)
def _graph(folder: str, stamp: str) -> PropertyGraph:
    return property_graph(cached_facts(folder, stamp))


@st.cache_resource(max_entries=2, show_spinner=False)
def _full_layout(folder: str, stamp: str) -> Layout:
    return network_layout(cached_facts(folder, stamp), bundles_of(folder, stamp))


@st.cache_resource(max_entries=2, show_spinner=False)
def bundles_of(folder: str, stamp: str) -> EdgeBundleIndex:
    """Every edge of the facts in these folders."""
    return bundle_index(cached_facts(folder, stamp))


@st.cache_resource(max_entries=32, show_spinner=False)
def _selections(
    folder: str, stamp: str, choice: EdgeFilter
) -> tuple[Selection, Sequence[EdgeBundle]]:
    facts = cached_facts(folder, stamp)
    index = bundles_of(folder, stamp)
    return select_bundles(facts, choice, index), curve_bundles(facts, choice, index)


@st.cache_resource(max_entries=32, show_spinner=False)
def _stage_scene(
    folder: str, stamp: str, choice: EdgeFilter, compared_codes: tuple[str, ...], page_language: str
) -> StageScene:
    facts, index = cached_facts(folder, stamp), bundles_of(folder, stamp)
    selection, bundles_of_curve = _selections(folder, stamp, choice)
    layout, spots = layout_of(selection.bundles), _all_coordinates(folder, stamp)
    ys = [layout.spots[code][1] for code in selection.codes]
    if ys and max(ys) - min(ys) > MAX_HEIGHT_PX:
        layout = close_gaps(layout, selection.codes)
    uptakes_of_compared = uptakes(facts, choice, compared_codes, index)
    return stage_scene(
        facts,
        selection,
        bundles_of_curve,
        layout,
        spots,
        page_language,
        choice.mechanism,
        uptakes_of_compared,
    )


@st.cache_resource(max_entries=2, show_spinner=False)
def _all_coordinates(folder: str, stamp: str) -> Mapping[str, LonLat]:
    return coordinates(cached_facts(folder, stamp))


@st.cache_resource(max_entries=2, show_spinner=False)
def name_index_of(folder: str, stamp: str) -> NameIndex:
    """The names of the things in these folders."""
    return cached_name_index(cached_facts(folder, stamp).things.values())
