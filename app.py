"""The app: pages over one facts folder. Start it with `make app`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app_pages.parts.language import choose_language, say
from app_pages.parts.session import choose_sources, facts_or_stop

ICON = Path(__file__).with_name("app_pages") / "parts" / "icon.svg"
STYLE = """<style>
.stMainBlockContainer{padding:2.4rem 2rem 3rem}
h1{font-size:1.9rem!important;padding:0 0 .3rem!important}
h2,h3{font-size:1.3rem!important}
/* this file would hold cells that a spreadsheet runs; the pages offer files of their own */
[data-testid="stBaseButton-elementToolbar"][aria-label="Download as CSV"]{display:none}
[data-testid="stCaptionContainer"]{color:inherit!important;opacity:.85}
[data-testid="stMultiSelect"] [data-tag]{background:rgba(128,128,128,.22)!important;
  color:inherit!important}
[data-testid="stMultiSelect"] [data-tag] *{color:inherit!important}
</style>"""
PAGES = {
    "overview": ":material/home:",
    "explore": ":material/travel_explore:",
    "spread": ":material/account_tree:",
    "story": ":material/slideshow:",
    "compare": ":material/compare_arrows:",
    "analyse": ":material/monitoring:",
    "ask": ":material/search:",
    "sources": ":material/library_books:",
}


def main() -> None:
    """One run: language, pages, facts, and the page that is open."""
    st.set_page_config(
        page_title="Learned From · 学自",
        page_icon=ICON,  # a file of ours: a named icon would be fetched from elsewhere
        layout="wide",
        initial_sidebar_state=230,
    )
    st.html(STYLE)
    choose_language()
    page = st.navigation(
        [
            st.Page(f"app_pages/{name}.py", title=say(f"page_{name}"), icon=icon, url_path=name)
            for name, icon in PAGES.items()
        ]
    )
    choose_sources()
    facts_or_stop()
    page.run()


main()
