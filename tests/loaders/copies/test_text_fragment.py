"""Links into a page at a passage: what they say, and that a browser goes there."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from loaders.copies.source_copies import Copies
from loaders.copies.text_fragment import fragment, passage_address
from ontology.schema.kinds import Source
from tests.browsing import browser

__all__ = ["browser"]

FILLER = [f"第{n}段：无有国的读书改革仍在进行，各县各有做法，读者渐渐多了起来。" for n in range(60)]
PASSAGES = [
    "西丘县学习东城县的夜间图书馆，读者满意度达到百分之九十八，经费由县里承担",
    "各县各有做法的说法不全，北山市就没有做法",
    "The county of the east kept its reading-rooms open, at a cost of 3, for three years",
    "读书-改革,A&B",
]


def directives(text: str, passage: str) -> list[str]:
    start = text.index(passage)
    written = fragment(text, start, start + len(passage))
    assert written.startswith(":~:text=")
    return [part.removeprefix("text=") for part in written.removeprefix(":~:").split("&")]


def test_a_short_passage_is_given_whole_with_its_signs_encoded():
    assert directives("前读书-改革,A&B后", "读书-改革,A&B") == [
        "%E8%AF%BB%E4%B9%A6%2D%E6%94%B9%E9%9D%A9%2CA%26B"
    ]


@pytest.mark.parametrize("passage", PASSAGES[:3])
def test_a_long_passage_is_given_by_a_few_letters_of_its_ends(passage):
    for directive in directives("\n".join([*FILLER, passage]), passage):
        first, last = map(unquote, directive.split(","))
        assert passage.startswith(first) and passage.endswith(last)
        assert len(first) <= 20 and len(last) <= 20


def test_letters_that_stand_before_the_passage_do_not_begin_it():
    text = "东城县图书馆开放。东城县图书馆关闭以后，读者去了西丘县的图书馆"
    for directive in directives(text, "东城县图书馆关闭以后，读者去了西丘县的图书馆"):
        assert text.find(unquote(directive.split(",")[0])) == text.index("东城县图书馆关")


def test_a_directive_stays_in_one_line():
    text = "标题一行\n正文从这里开始，一直写到这里结束为止。"
    assert all("%0A" not in directive for directive in directives(text, text))


def test_no_passage_has_no_directive():
    assert fragment("甲乙", 1, 1) == ""
    assert passage_address("https://a.example/", "") == "https://a.example/"


def test_a_place_of_the_page_stays():
    assert passage_address("https://a.example/#p", ":~:text=a") == "https://a.example/#p:~:text=a"


def test_a_copy_leads_to_the_passage_and_none_to_the_page(small_facts, small_folder, tmp_path):
    source = small_facts.things["east-gazette"]
    assert isinstance(source, Source) and source.address
    statement = next(s for s in small_facts.statements.values() if s.source == source.code)
    span = statement.spans[0]
    whole = Copies(small_folder / "texts").address(source, span)
    assert whole is not None and whole.startswith(f"{source.address}#:~:text=")
    assert Copies(tmp_path).address(source, span) == source.address


@pytest.mark.needs_chromium
def test_a_browser_goes_to_the_passage_in_chinese_and_in_english(browser: Browser, tmp_path: Path):
    lines = [*FILLER, *(line for passage in PASSAGES for line in [passage, *FILLER])]
    text = "\n".join(lines)
    body = "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in lines)
    (tmp_path / "page.html").write_text(f"<meta charset=utf-8>{body}", encoding="utf-8")
    address = (tmp_path / "page.html").as_uri()
    tops = []
    for passage in PASSAGES:
        page = browser.new_page()
        start = text.index(passage)
        page.goto(passage_address(address, fragment(text, start, start + len(passage))))
        page.wait_for_function("scrollY > 0", timeout=10_000)
        place = lines.index(passage)
        tops.append(
            page.evaluate("n => document.querySelectorAll('p')[n].offsetTop - scrollY", place)
        )
        page.close()
    assert all(0 <= top <= 720 for top in tops), tops
