"""The app's process: it serves the pages, and loads ahead what the first visit takes.

`python -m app_pages.start.server PORT ADDRESS`.
"""

from __future__ import annotations

import signal
import sys
import webbrowser
from pathlib import Path
from threading import Thread, Timer
from types import FrameType

import streamlit as st

from app_pages.start.page_runs import PAGE_RUNS
from app_pages.start.page_server import PageServer

PAGES = Path(__file__).parents[2] / "app.py"
# Seconds between the start and the opening of the browser, which must find the server listening.
UNTIL_OPEN = 0.5
# The address that stands for every address of the machine.
ANY_ADDRESS = "0.0.0.0"  # noqa: S104 (it is compared, not listened at)


def main(port: int, address: str) -> None:
    """Serves the app, and loads modules and facts in the background."""
    sys.argv = [str(PAGES)]  # the folder of this script is where modules are looked for
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, _end)
    server = PageServer(PAGES)
    Thread(target=_load, daemon=True).start()
    Timer(UNTIL_OPEN, _open_browser, (port, address)).start()
    server.run(config={"server.port": port, "server.address": address})


def _load() -> None:
    """Loads while no reader waits; the imports of this take a second too."""
    from app_pages.start.load_ahead import load_ahead

    load_ahead(PAGE_RUNS.wait_for_rest)


def _open_browser(port: int, address: str) -> None:
    """Opens the first page on the reader's screen, if there is one."""
    if not st.get_option("server.headless"):
        host = "localhost" if address == ANY_ADDRESS else address
        webbrowser.open(f"http://{host}:{port}")


def _end(signal: int, frame: FrameType | None) -> None:
    """Ends the process in order, so that engines are ended too; uvicorn raises signals again."""
    sys.exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
