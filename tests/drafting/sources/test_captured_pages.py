"""Saved pages stand in for copies: their words are looked for wherever they stand."""

from __future__ import annotations

import shutil
from datetime import date
from html import escape
from pathlib import Path

import pytest

from drafting.sources.captured_pages import captured_pages
from loaders.copies.source_copies import Copies, SpanState
from loaders.copies.verification import verify
from ontology.schema.kinds import Source

DAY = date(2026, 11, 29)
MENU = "<nav><a href='/'>首页</a> <a href='/news'>新闻</a></nav>"


def page(text: str) -> bytes:
    """A text as the article of a page with a menu and a foot."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    body = f"{MENU}<article>{lines}</article><footer>版权所有</footer>"
    return f"<!doctype html><meta charset='utf-8'><title>A</title><body>{body}".encode()


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """The small texts, of which one is a saved page."""
    folder = Path(shutil.copytree(small_folder / "texts", tmp_path / "texts"))
    text = folder / "hill-notes.txt"
    (folder / "hill-notes.html").write_bytes(page(text.read_text(encoding="utf-8")))
    text.unlink()
    return folder


def states(facts, folder: Path, source: str) -> set[SpanState]:
    pages = captured_pages(folder, facts.things_of(Source), DAY)
    result = verify(facts, Copies(folder, pages.texts))
    assert source not in result.differing_sources
    return {check.state for check in result.checked_spots if check.source == source}


def test_the_words_of_a_page_bear_out_what_is_cited(small_facts, folder):
    assert states(small_facts, folder, "hill-notes") <= {SpanState.VERIFIED, SpanState.MOVED}
    saved = folder / "hill-notes.html"
    text = saved.read_text(encoding="utf-8")
    assert text.count("丘上书房") == 1
    saved.write_text(text.replace("丘上书房", "丘下书房"), encoding="utf-8")
    changed = {SpanState.CHANGED, SpanState.MISSING}
    assert states(small_facts, folder, "hill-notes") & changed


def test_a_page_is_known_by_its_address_and_a_stranger_is_named(small_facts, folder):
    (gazette,) = [s for s in small_facts.things_of(Source) if s.code == "east-gazette"]
    text = (folder / "east-gazette.txt").read_text(encoding="utf-8")
    (folder / "east-gazette.txt").unlink()
    saved = f"<!-- saved from url=(0040){gazette.address} -->".encode() + page(text)
    (folder / "saved page (3).html").write_bytes(saved)
    (folder / "other.html").write_bytes(page("A page of something else.\n"))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    pages = captured_pages(folder, small_facts.things_of(Source), DAY)
    assert set(pages.texts) == {"hill-notes", "east-gazette"}
    assert pages.strangers == ("other.html",) and set(pages.unusable) == {"broken.pdf"}


def test_a_page_that_lacks_the_title_does_not_bear_it_out(small_facts, folder):
    title = small_facts.things["night-notice"].title_text
    saved = folder / "night-notice.html"
    saved.write_bytes(page(f"{title}\n正文。\n"))
    assert SpanState.CHANGED not in states(small_facts, folder, "night-notice")
    saved.write_bytes(page("找不到您要的网页。" * 9))
    assert states(small_facts, folder, "night-notice") == {SpanState.CHANGED}


def test_a_text_that_is_at_hand_counts_before_its_page(small_facts, folder):
    (folder / "north-daily.html").write_bytes(page("another text altogether\n"))
    assert states(small_facts, folder, "north-daily") == {SpanState.VERIFIED}
