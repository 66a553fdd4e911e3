"""Modules as one script: what is imported comes first, and each module keeps its names."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.drawing import script_bundle
from graph.drawing.script_bundle import BadModule, bundle
from graph.drawing.theme import FONT

ENTRIES = ["exports/html/web/page.js", "exports/talk/web/page.js"]
ENTRIES += [
    f"app_pages/components/web/{name}/{name}.js"
    for name in ("matrix", "network", "picker", "stage", "talk", "uploader")
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the project's."""
    monkeypatch.setattr(script_bundle, "ROOT", tmp_path)
    return tmp_path


def write(folder: Path, **modules: str) -> None:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")


def run(script: str) -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    asked = [node, "--input-type=module", "-e", script]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def test_modules_run_in_one_script_and_keep_their_names(project):
    """`twice` is asked for by two modules and stands once; `size` is a name of two modules."""
    write(
        project,
        twice="const size = 2;\nexport function twice(x) { return size * x; }\n",
        four="import { twice } from './twice.js';\nexport const four = (x) => twice(twice(x));\n",
        size_entry="import {\n  twice,\n} from './twice.js';\nimport { four } from './four.js';\n"
        "const size = 3;\nconsole.log(twice(size), four(size));\n",
    )
    script = bundle("size_entry.js")
    assert script.count("function twice") == 1
    assert run(script) == "6 12"


def test_an_entry_keeps_its_exports_only_as_a_module(project):
    write(project, one_entry="export const x = 1;\n", two_entry="export default function () {}\n")
    assert "export" not in bundle("one_entry.js")
    assert "export const x" in bundle("one_entry.js", as_module=True)
    assert "export default" in bundle("two_entry.js", as_module=True)


@pytest.mark.parametrize(
    "text",
    [
        "import * as other from './other.js';\n",
        "import other from './other.js';\n",
        "export { x } from './other.js';\n",
    ],
)
def test_a_form_that_is_not_read_is_refused(project, text):
    write(project, other="export const x = 1;\n", unread_entry=text)
    with pytest.raises(BadModule, match="no import or export"):
        bundle("unread_entry.js")
    bundle.cache_clear()


def test_a_circle_is_refused(project):
    write(
        project,
        circle_a="import { b } from './circle_b.js';\nexport const a = 1;\n",
        circle_b="import { a } from './circle_a.js';\nexport const b = 1;\n",
    )
    with pytest.raises(BadModule, match="imports itself"):
        bundle("circle_a.js")


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_is_one_script_without_imports(entry):
    script = bundle(entry, as_module=entry.startswith("app_pages"))
    assert not re.search("^import", script, re.MULTILINE)
    names = re.findall(r"^const (\w+_js|\w+) = \(\(\) => \{$", script, re.MULTILINE)
    assert len(names) == len(set(names))


def test_saved_pictures_have_the_font_of_the_theme(root):
    text = (root / "graph/drawing/web/shared/font.js").read_text(encoding="utf-8")
    assert f'"{FONT}"' in text
