"""The app: pages over one facts folder. Start it with `make app`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import Page

from app_pages.components.page_language import declare_language
from app_pages.forms.questions.store_choice import start_store_ahead
from app_pages.search.search_box import search_box
from app_pages.start.page_runs import MAX_WAIT_SECONDS, PAGE_RUNS, REST_SECONDS
from app_pages.state.address import mark_visited
from app_pages.state.facts_cache import released_versions
from app_pages.state.language import choose_language, language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.release_choice import choose_release
from app_pages.state.workspace import choose_sources, facts_folders, facts_or_stop, facts_stamp
from app_pages.talk_making.browser_copy import keep_in_browser
from graph.model.facts import Facts

ICON = Path(__file__).with_name("app_pages") / "components" / "web" / "icon.svg"
STYLE = """<style>
.stMainBlockContainer{padding:2.4rem 2rem 3rem}
h1{font-size:1.9rem!important;padding:0!important}
[data-testid="stColumn"] [data-testid="stMarkdownContainer"]:has(h1){margin-bottom:0}
h2,h3{font-size:1.3rem!important}
/* a title's link to itself is a small stop on the way of the keyboard that leads nowhere */
[data-testid="stHeaderActionElements"]{display:none}
/* a finger needs more room than the sign of a help takes */
[data-testid="stTooltipIcon"] button:not([data-testid^="stBaseButton"]){padding:4px;margin:-4px}
/* this file would hold cells that a spreadsheet runs; the pages offer files of their own */
[data-testid="stBaseButton-elementToolbar"][aria-label="Download as CSV"]{display:none}
[data-testid="stCaptionContainer"]{color:inherit!important;opacity:.85}
[data-testid="stMultiSelect"] [data-tag]{background:rgba(128,128,128,.22)!important;
  color:inherit!important}
[data-testid="stMultiSelect"] [data-tag] *{color:inherit!important}
/* white letters need a darker ground than the dark theme's colour for signs is */
[data-testid^="stBaseButton-primary"]{background:#005F96;color:#fff}
[data-testid^="stBaseButton-primary"]:hover{background:#004A75;color:#fff}
/* the search box lies over the head of the page, beneath which the page scrolls unseen */
[data-testid="stAppViewContainer"],:has(>[data-testid="stHeader"]),
[data-testid="stHeader"]{background-color:inherit}
[data-testid="stHeader"]{height:54px;min-height:0}
[data-testid="stLayoutWrapper"]:has(> * > .st-key-search_box){position:absolute;top:11px;
  z-index:999991;margin-left:2.6rem;width:min(27rem,calc(100vw - 24rem))}
/* in a small window the list of pages lies above the page, and what stood side by side does not */
@media (max-width:768px){[data-testid="stLayoutWrapper"]:has(> * > .st-key-search_box){
  width:calc(100vw - 7rem)}}
@media (max-width:1100px){.st-key-thing_head [data-testid="stColumn"]{min-width:100%}}
@media (pointer:coarse){
  [data-testid="stMain"] :is(li,p,td,dd,dl) a{display:inline-block;padding-block:2px}
  [data-testid="stCheckbox"] label,[data-testid="stRadio"] label{min-height:28px}}
@media print{.st-key-search_box{display:none}}
</style>"""
PAGES = {
    "overview": ":material/home:",
    "explore": ":material/travel_explore:",
    "spread": ":material/account_tree:",
    "talks": ":material/slideshow:",
    "compare": ":material/compare_arrows:",
    "analyse": ":material/monitoring:",
    "ask": ":material/search:",
    "browse": ":material/list:",
    "sources": ":material/library_books:",
    "statement": ":material/format_quote:",
    "changes": ":material/history:",
    "review": ":material/rule:",
}
# Pages that other pages lead to, and that the list at the left does not name.
HIDDEN_PAGES = {"thing": ":material/category:"}
# The folders of pages that are not in app_pages itself.
PAGE_FOLDERS = {"thing": "browse/", "browse": "browse/"}
# Old links still lead to a page that has got another name.
FORMER_NAMES = {"story": "talks"}


def main() -> None:
    """One run: language, pages, facts, and the page that is open."""
    with PAGE_RUNS.count_run():
        facts = _run_page()
    start_store_ahead(
        facts, *facts_stamp(), wait=partial(PAGE_RUNS.wait_for_rest, REST_SECONDS, MAX_WAIT_SECONDS)
    )


def _run_page() -> Facts:
    """The page that is open, with what stands around it."""
    st.set_page_config(
        page_title="Learned From · 学自",
        page_icon=ICON,  # our own file: a named icon would be loaded from another server
        layout="wide",
        initial_sidebar_state=230,
    )
    st.html(STYLE)
    choose_language()
    declare_language()
    pages = _pages()
    # expanded, because a list of more than twelve pages is otherwise partly hidden
    page = st.navigation(pages, expanded=True)
    choose_sources()
    choose_release(released_versions(facts_folders()))
    facts = facts_or_stop()
    search_box(facts, dict(zip((*PAGES, *HIDDEN_PAGES), pages, strict=False)))
    page.run()
    keep_in_browser(facts)
    mark_visited(page.url_path)
    return facts


def _pages() -> list[Page]:
    """All pages; and a hidden one for an address of none, which speaks the reader's language."""
    pages = {name: _page(name) for name in (*PAGES, *HIDDEN_PAGES)}
    first_page = next(iter(pages.values()))
    name = unquote(urlsplit(st.context.url or "").path.rstrip("/").rpartition("/")[2])
    target = first_page if pages.get(name) is first_page else pages.get(FORMER_NAMES.get(name, ""))
    if target is not None:
        return [*pages.values(), _hidden_page(name, lambda: _go_to(target))]
    if name and name not in pages:
        return [*pages.values(), _hidden_page(name, lambda: _no_such_page(name, first_page))]
    return list(pages.values())


def _page(name: str) -> Page:
    """A page; the first has the address of the app itself."""
    is_first = name == next(iter(PAGES))
    return st.Page(
        f"app_pages/{PAGE_FOLDERS.get(name, '')}{name}.py",
        title=say(f"page_{name}"),
        icon=(PAGES | HIDDEN_PAGES)[name],
        url_path="" if is_first else name,
        default=is_first,
        visibility="hidden" if name in HIDDEN_PAGES else "visible",
    )


def _hidden_page(name: str, show: Callable[[], None]) -> Page:
    return st.Page(show, title=say("no_page_title"), url_path=name, visibility="hidden")


def _go_to(page: Page) -> None:
    """Another page with what the address says of its view."""
    st.switch_page(page, query_params={**st.query_params.to_dict(), "lang": language()})


def _no_such_page(name: str, first_page: Page) -> None:
    st.title(say("no_page_title"))
    st.warning(say("no_page", name=plain(name)), icon=":material/link_off:")
    st.page_link(first_page, icon=":material/arrow_forward:")


main()
