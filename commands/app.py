"""app: the pages in a browser."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from commands.curation.refusals import print_refusals
from commands.terminal.messages import copies_or_exit, read_or_exit, say
from commands.terminal.options import FOLDERS, USAGE, FoldersOption, Lang, LangOption, StoreOption
from commands.terminal.store_session import print_query_errors
from drafting.settlement.settlement import finish_settlement
from graph.stores.open import EMBEDDED_ADDRESS, known_address
from settings import Settings

SCRIPT = Path(__file__).parents[1] / "app.py"


def app(
    lang: LangOption,
    port: Annotated[int, typer.Option(help="the port on this machine")] = 8501,
    address: Annotated[
        str, typer.Option(help="where it listens; 0.0.0.0 for a container's own network")
    ] = "localhost",
    sources: Annotated[Path | None, typer.Option(help="folder with your copies")] = None,
    store: StoreOption = EMBEDDED_ADDRESS,
    folders: FoldersOption = FOLDERS,
) -> None:
    """Opens the app in a browser, once the facts have no faults."""
    with print_refusals(lang):
        if files := finish_settlement(folders[0]):
            say(lang, "settlement_ended", files=", ".join(files))
    read_or_exit(folders, lang)
    if sources is not None:
        copies_or_exit(sources, lang)
    with print_query_errors(lang):
        known_address(store)
    _exit_if_port_taken(port, lang)
    facts, *further = [folder.resolve() for folder in folders]
    texts = str(sources.resolve()) if sources else ""
    settings = Settings(facts, texts, store, further_facts=tuple(further))
    os.environ.update(settings.variables())
    say(lang, "opening", to_stdout=True, address=f"http://localhost:{port}")
    sys.stdout.flush()
    os.chdir(SCRIPT.parent)  # Streamlit reads its settings from the folder of the script
    os.execv(sys.executable, _server_command(port, address))


def _server_command(port: int, address: str) -> list[str]:
    return [sys.executable, "-m", "app_pages.start.server", str(port), address]


def _exit_if_port_taken(port: int, lang: Lang) -> None:
    """Exits with a sentence if another program has the port."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            other_port = port + 1 if port < 65535 else 8501
            say(lang, "port_taken", port=port, other=other_port)
            raise typer.Exit(USAGE) from error
