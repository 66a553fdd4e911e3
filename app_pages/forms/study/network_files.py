"""A reader's own network for a built panel, such as which states share a border."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from app_pages.state.language import language, say
from diffusion.built_panels.networks import with_networks
from diffusion.study.study import Study
from loaders.study.network_tables import read_networks
from loaders.tables.faults import BadFacts

# The name of the uploader; the network has the name of its file.
NETWORK = "network"
# Faults after this many are counted, not listed.
MAX_FAULTS = 200


def with_network_file(
    study: Study, brought_files: Mapping[str, tuple[str, bytes]], columns: Mapping[str, str]
) -> Study:
    """The study with the network that the reader uploaded, if there is one; raises BadFacts, which
    names the file as the reader does, and WrongStudy if its codes are others."""
    if NETWORK not in brought_files:
        return study
    name, content = brought_files[NETWORK]
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(content)
        try:
            return with_networks(study, read_networks([path], columns))
        except BadFacts as error:
            raise BadFacts([fault.with_file(name) for fault in error.faults]) from error


def show_faults(error: BadFacts) -> None:
    """The faults of the reader's tables."""
    st.error(say("bad_tables", count=len(error.faults)))
    lines = error.text(language()).splitlines()
    st.code("\n".join(lines[:MAX_FAULTS]), language=None, wrap_lines=True)
