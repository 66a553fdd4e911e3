"""Uploaders of tables with labels in the reader's language, also for screen readers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

from app_pages.components.component import component
from app_pages.state.language import say


@cache
def _mount() -> Any:
    return component("uploader")


# As the tables of replication archives end: Stata and Dataverse write tabs.
TABLE_ENDINGS = ("csv", "tsv", "tab", "txt")


def upload_tables(labels: Mapping[str, str], prefix: str) -> dict[str, tuple[str, bytes]]:
    """The uploaded tables, name and content, by the keys of their labels."""
    brought: dict[str, tuple[str, bytes]] = {}
    for name, label in labels.items():
        file = st.file_uploader(label, type=TABLE_ENDINGS, key=f"{prefix}_{name}")
        if file is not None:
            brought[name] = file.name, file.getvalue()
    mend_uploaders(f"{prefix}_mended", say("upload_limit", size="{size}"))
    return brought


def mend_uploaders(key: str, limit: str) -> None:
    """Labels the uploaders of the page in the reader's language; `limit` has `{size}` in it."""
    _mount()(key=key, data={"words": {"upload": say("upload"), "limit": limit}})
