"""Facts kept in memory, by their folders and the state of their files, present or as of a release.

Folders are joined to one key, as in PATH. A stamp identifies what facts were read from: when it
changes, all that was made from them is made again.
"""

from __future__ import annotations

import gc
import hashlib
import os
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from app_pages.state.release_choice import chosen_release
from graph.model.dataset import ReleasedVersion
from graph.model.facts import Facts
from loaders.caches.facts_key import GRAPH, facts_key
from loaders.caches.facts_snapshot import read_facts_by_snapshot
from loaders.facts.folder_state import folder_state
from loaders.releases.released_facts import in_order, releases_of, with_release_title
from loaders.tables.faults import BadFacts

# The separator of the digest of the files and the version of a release, in a stamp.
RELEASE_MARK = "@"


class FactsStamp(NamedTuple):
    """What facts were read from: their folders, joined, and the state of these."""

    folders: str
    stamp: str


def stamp_of(folders: str, version: str | None = None) -> str:
    """The state of the files, and a release: the chosen one if none is given."""
    release = chosen_release() if version is None else version
    return folder_digest(folders) + RELEASE_MARK + release


def folder_digest(folders: str) -> str:
    """A digest of the files that the facts are read from: it differs if the folder has changed."""
    return hashlib.sha256(
        repr([folder_state(folder) for folder in _paths(folders)]).encode()
    ).hexdigest()


@st.cache_resource(max_entries=4, show_spinner=False)
def cached_facts(folders: str, stamp: str) -> Facts:
    """The facts, whose title says the release; raises UnknownRelease, FolderMissing or BadFacts."""
    return with_release_title(cached_state(folders, stamp))


@st.cache_resource(max_entries=4, show_spinner=False)
def cached_state(folders: str, stamp: str) -> Facts:
    """The facts with the title that their folder gives, to be compared."""
    version = stamp.partition(RELEASE_MARK)[2]
    facts = read_facts_by_snapshot(_paths(folders), version or None)
    gc.freeze()  # else the collector walks all facts again and again while a page is made
    return facts


def graph_key(folders: str, stamp: str) -> str:
    """What identifies the graph of these facts in the next process too; empty if it is not sure."""
    version = stamp.partition(RELEASE_MARK)[2]
    key = facts_key(_paths(folders), version or None, GRAPH)
    return key if stamp_of(folders, version) == stamp else ""  # else the files have changed since


def released_versions(folders: str) -> tuple[ReleasedVersion, ...]:
    """The releases of the facts, the oldest first; none if they cannot be read."""
    try:
        return _cached_releases(folders, folder_digest(folders))
    except BadFacts:  # reported when the facts are read
        return ()


@st.cache_resource(max_entries=2, show_spinner=False)
def _cached_releases(folders: str, digest: str) -> tuple[ReleasedVersion, ...]:
    return in_order(file.release for path in _paths(folders) for file in releases_of(path))


def _paths(folders: str) -> list[Path]:
    return [Path(folder) for folder in folders.split(os.pathsep)]
