"""Recipes of docs/contributing.md, followed as written: a measure, page, export and store."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("app_pages", "diffusion", "exports", "graph", "loaders", "ontology", "queries", "texts")
STORE = """from __future__ import annotations

from graph.stores.store import Answer


class FileStore:
    def __init__(self, facts, limits, spare):
        self._count = len(facts.things)

    def ask(self, query, parameters):
        return Answer(("count",), ((self._count,),))

    def close(self):
        pass
"""
EXPORT = """from __future__ import annotations

from ontology.schema.kinds import Source


def sources_txt(facts):
    return "\\n".join(sorted(source.code for source in facts.things_of(Source))).encode()
"""
TRY_EXPORT = """
from pathlib import Path

from exports.facts.formats import export
from loaders.facts.facts_folder import read_facts

export(read_facts(Path("tests/small")), Path("out"))
assert "north-daily" in Path("out/sources.txt").read_text(encoding="utf-8").splitlines()
"""
TRY_MEASURE = """
from diffusion.registry import measures
from diffusion.study.study import Study, Tie

measure = measures()["learner_counts"]
assert measure.text("title").en == "Numbers of learners"
assert measure.text("columns", "ties").zh
found = measure.compute(Study({}, ties=(Tie("a", "b"), Tie("c", "b"))))
assert found.rows == (("b", 2),), found
"""
TRY_PAGE = """
import app
from streamlit.testing.v1 import AppTest

assert "notes" in app.PAGES
test = AppTest.from_file("app_pages/notes.py", default_timeout=60)
test.query_params["lang"] = "en"
test.run()
assert not test.exception, test.exception
assert [title.value for title in test.title] == ["Notes"]
"""
TRY_STORE = """
from pathlib import Path

from app_pages.forms.questions.store_choice import STORES, query_language
from app_pages.state.language import APP
from graph.stores.store import Limits
from graph.stores.open import Login, open_store
from loaders.facts.facts_folder import read_facts

assert "file" in STORES and query_language("file") == "sparql"
assert APP.say("store_file", "en") == "A file"
opened = open_store("file", read_facts(Path("tests/small")), Limits(), lambda: Login("", ""))
assert opened.language == "sparql"
assert opened.store.ask("", {}).rows[0][0] > 0
"""


def examples(heading: str) -> list[str]:
    """The examples below a heading of the English part, as they stand."""
    text = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"```\n(.*?)```", section, flags=re.DOTALL)


@pytest.fixture
def checkout(tmp_path) -> Path:
    """The code as a newcomer has it, to be changed."""
    for name in PACKAGES:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "small", tmp_path / "tests" / "small")
    shutil.copytree(ROOT / "facts", tmp_path / "facts")
    for name in ("app.py", "settings.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def add(path: Path, text: str, before: str | None = None) -> None:
    """Adds text to a file, which it makes if there is none: at its end, or before a line."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    assert before is None or old.count(before) == 1
    path.parent.mkdir(exist_ok=True)
    new = old + text if before is None else old.replace(before, text + before)
    path.write_text(new, encoding="utf-8")


def run(folder: Path, script: str) -> None:
    """Runs a script in a process of its own, in the changed code."""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_a_measure_is_a_function_and_its_texts(checkout):
    code, texts = examples("Add a measure")
    family = checkout / "diffusion" / "measures" / "structure"
    add(family / "learner_counts.py", code)
    add(family / "learner_counts.toml", texts)
    run(checkout, TRY_MEASURE)


def test_a_page_is_a_file_a_line_and_its_title(checkout):
    (code,) = examples("Add a page")
    add(checkout / "app_pages" / "notes.py", code)
    add(checkout / "app.py", '    "notes": ":material/category:",\n', '    "sources": ":material')
    add(checkout / "texts" / "app.csv", "page_notes,笔记,Notes\n")
    run(checkout, TRY_PAGE)


def test_an_export_is_a_function_and_a_line(checkout):
    (example,) = examples("Add an export")
    line = re.search(r'    "sources.txt": .*\n', example)
    assert line is not None
    formats = checkout / "exports" / "facts" / "formats.py"
    add(checkout / "exports" / "facts" / "sources_txt.py", EXPORT)
    module = "from exports.facts.sources_txt import sources_txt\n"
    add(formats, module, "from exports.facts.tables import")
    add(formats, line.group(), '    "edges.csv": ')
    run(checkout, TRY_EXPORT)


def test_a_store_is_a_class_a_line_and_its_name(checkout):
    example = examples("Add a store")[0]
    opener = re.search(r"def _open_file\(.*?\n\n\n", example, flags=re.DOTALL)
    line = re.search(r'    "file": .*\n', example)
    assert opener is not None and line is not None
    add(checkout / "graph" / "stores" / "file" / "__init__.py", "")
    add(checkout / "graph" / "stores" / "file" / "store.py", STORE)
    opening = checkout / "graph" / "stores" / "open.py"
    add(opening, opener.group(), "# By address.")
    add(opening, line.group(), "    RDF_ADDRESS: LocalStore")
    add(checkout / "texts" / "app.csv", "store_file,文件,A file\n")
    run(checkout, TRY_STORE)
