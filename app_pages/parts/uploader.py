"""Uploaders of tables, side by side, that a screen reader names rightly."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

SCRIPT = Path(__file__).with_suffix(".js")


@cache
def _mount() -> Any:
    return st.components.v2.component("uploader", js=SCRIPT.read_text(encoding="utf-8"))


def uploaded(labels: Mapping[str, str], prefix: str) -> dict[str, tuple[str, bytes]]:
    """The CSV files that are brought, name and content, by the keys of their labels."""
    brought: dict[str, tuple[str, bytes]] = {}
    for (name, label), column in zip(labels.items(), st.columns(len(labels)), strict=True):
        file = column.file_uploader(label, type="csv", key=f"{prefix}_{name}")
        if file is not None:
            brought[name] = file.name, file.getvalue()
    _mount()(key=f"{prefix}_mended")
    return brought
