"""Streamlit for the app, which loads the facts and the pages' modules before the first visit.

`python -m app_pages.start.server ARGUMENTS` is `streamlit ARGUMENTS`. Without it the first reader
would wait for what every page needs, while the server had nothing to do.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

PRESENT = ""


def load_ahead() -> None:
    """Imports what the pages share and reads the facts as they are now.

    Faults of the facts are told by the page that is opened.
    """
    import app_pages.pictures.overview_charts
    import app_pages.search.search_box
    import app_pages.talk_making.browser_copy  # noqa: F401
    from app_pages.state.facts_cache import cached_facts, stamp_of
    from app_pages.state.workspace import facts_folders
    from loaders.tables.faults import BadFacts, FolderMissing

    folders = facts_folders()
    with suppress(BadFacts, FolderMissing):
        cached_facts(folders, stamp_of(folders, PRESENT))


def main() -> None:
    """Serves the app, and loads beside it."""
    from streamlit.web.cli import main as streamlit

    Thread(target=load_ahead, daemon=True).start()
    streamlit(prog_name="streamlit")


if __name__ == "__main__":
    main()
