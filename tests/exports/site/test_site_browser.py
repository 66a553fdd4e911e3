"""The site as a reader has it: from a stick and from a host, without any other machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files as package_files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from queries.ask import ask
from queries.catalogue import ColumnType, questions
from queries.rendering.answer_labels import in_words, only_names
from queries.search.search import facts_search

pytestmark = pytest.mark.needs_chromium

AXE = (package_files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# Names in both scripts and languages, pinyin, initials, words, a slip, codes, questions, an id.
WORDS = [
    *("三明", "sanming", "Sanming", "san1ming2", "sm", "xishui", "习水县", "習水", "350400"),
    *("医共体", "yigongti", "hospital payment", "按病种付费", "drug price", "结余", "bed", "床位"),
    *("每千人口床位数", "mechanism", "mechanisms of a place", "谁向", "镇江", "鎮江", "zj"),
    *("Xishui County", "hubei province", "reform model", "medicin", "shanming", "Sanmng"),
    *("jiangnig", "zzzz", "adoption-00f4", "within", "2019", "Ｓａｎｍｉｎｇ"),
    *("figures on drug prices", "which figures on drug prices are there?", "药价有哪些数字？"),
    *(
        "who learned from Sanming",
        "哪些地方学习了三明？",
        "關於醫共體有哪些資料",
        "谁学习了三明医改",
    ),
    *("what did Yingtan do that Shiyan did not", "sanming xishui", "哪些地方做了总额预付"),
]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture(scope="module")
def host(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def wait_for_answer(page: Page) -> None:
    page.locator(".answer[data-ready]").wait_for()


def test_all_questions_are_answered_as_by_the_store(page, folder, real_facts, real_sparql):
    """From a stick: every row, and every cell as its reader calls it."""
    page.goto((folder / "en" / "ask.html").as_uri())
    wait_for_answer(page)
    values = {key: entry.example() for key, entry in questions().items()}
    script = """async (values) => {
      const { questions, words } = siteData.questions, answers = {};
      for (const question of questions) {
        const rows = await answerOf(question.key, values[question.key]);
        const called = exports_site_web_answer_js.cellWords;
        answers[question.key] = [rows, rows.map((row) => row.map((cell, at) =>
          called(cell, question.columns[at], words)))];
      }
      return answers;
    }"""
    answers = page.evaluate(script, values)
    assert answers.keys() == questions().keys()
    for key, entry in questions().items():
        answer = ask(entry, values[key], real_sparql, "sparql")
        rows, called = answers[key]
        assert rows == [list(row) for row in answer.rows], key
        for row, words in zip(answer.rows, called, strict=True):
            for cell, column, word in zip(row, entry.columns, words, strict=True):
                if column.type is ColumnType.LIST or only_names(column, entry.columns):
                    continue
                assert word == in_words(real_facts, column, cell, "en"), (key, column.key)


def test_the_search_finds_what_the_app_finds(page, folder, real_facts):
    page.goto((folder / "zh" / "search.html").as_uri() + "?q=sanming")
    expect(page.locator(".hits h2").first).to_be_visible()
    script = "(words) => words.map((typed) => hitsOf(typed, 12))"
    search = facts_search(real_facts)
    for typed, groups in zip(WORDS, page.evaluate(script, WORDS), strict=True):
        expected = [
            (group.kind, group.count, [(x.id, x.match.value, dict(x.values)) for x in group.hits])
            for group in search.groups(typed, "zh", 12)
        ]
        assert [
            (
                group["kind"],
                group["count"],
                [(x["id"], x["match"], x.get("values", {})) for x in group["hits"]],
            )
            for group in groups
        ] == expected, typed


@pytest.mark.parametrize("page", ["dark"], indirect=True)
def test_a_reader_goes_from_a_name_to_its_evidence(page, host):
    """From a host: search, the thing, a statement, the other language, a question of the thing."""
    page.goto(host)
    box = page.get_by_role("searchbox")
    box.fill("sanming")
    box.press("Enter")
    page.locator(".hits a", has_text="Sanming").first.click()
    expect(page.locator("h1")).to_have_text("Sanming")
    assert accessible(page)
    page.locator("td a code").first.click()
    expect(page.locator(".card").first).to_contain_text("characters")
    page.get_by_role("link", name="中文").click()
    expect(page.locator(".card").first).to_contain_text("字")
    assert accessible(page)
    page.goto(f"{host}/en/ask.html?question=who_learned_from&place=350400")
    wait_for_answer(page)
    page.locator("td summary").first.click()
    expect(page.locator("td details[open] .where").first).to_contain_text("characters")
    assert accessible(page)


def test_the_pictures_and_the_talk_play_from_a_stick(page, folder):
    for name in ("spread", "talk-how-it-spread"):
        page.goto((folder / "zh" / f"{name}.html").as_uri())
        page.locator("body[data-ready]").wait_for()
        assert accessible(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".talk-number")).to_contain_text("2 /")
    page.set_viewport_size({"width": 390, "height": 800})
    for name in ("overview", "ask", "browse"):
        page.goto((folder / "en" / f"{name}.html").as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, name


def accessible(page: Page) -> bool:
    page.evaluate(AXE)
    violations = page.evaluate("async () => (await axe.run()).violations")
    found = [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in violations
        for node in one["nodes"]
    ]
    assert found == []
    return True
