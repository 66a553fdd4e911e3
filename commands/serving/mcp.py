"""mcp: the facts for an assistant."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import copies_or_exit, read_or_exit
from commands.terminal.options import (
    FOLDERS,
    PROJECT,
    AsOfOption,
    FoldersOption,
    LangOption,
    StoreOption,
)
from commands.terminal.store_session import ask_login, print_query_errors
from graph.stores.open import EMBEDDED_ADDRESS, LOCAL_STORES, known_address


def mcp(
    lang: LangOption,
    sources: Annotated[Path | None, typer.Option(help="folder with your copies")] = None,
    store: StoreOption = EMBEDDED_ADDRESS,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
) -> None:
    """Serves the facts to an assistant by the Model Context Protocol, on stdin and stdout."""
    from commands.serving.assistant_server import assistant_server
    from commands.serving.assistant_tools import LIMITS, AssistantTools
    from commands.serving.open_stores import OpenStores

    facts = read_or_exit(folders, lang, as_of=as_of)
    copies = copies_or_exit(sources.resolve(), lang) if sources else None
    os.chdir(PROJECT)  # an assistant starts this command in another folder
    stores = OpenStores(facts, store, LIMITS, partial(ask_login, lang))
    try:
        with print_query_errors(lang):
            known_address(store)
            if store not in LOCAL_STORES:  # a server that does not answer is reported at once
                stores.for_questions()
        assistant_server(AssistantTools(facts, stores, copies, lang.value)).run("stdio")
    finally:
        stores.close()
