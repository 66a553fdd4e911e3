"""The shape of the code, and that what the README says of it is there."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cli import app
from diffusion.registry import measures
from queries.catalogue import questions
from settings import NEO4J_PASSWORD, VARIABLES, Settings
from texts.tables import APP

ROOT = Path(__file__).parents[1]
FOLDERS = ["texts", "ontology", "graph", "diffusion", "loaders", "queries", "exports", "commands"]
FOLDERS += ["app_pages", "drafting", "examples"]
CODE = sorted(
    [*ROOT.glob("*.py"), *(path for name in FOLDERS for path in (ROOT / name).rglob("*.py"))]
)


@pytest.fixture(scope="module")
def code() -> dict[str, tuple[str, ast.Module]]:
    """The text of every file of code and its tree, by its path; read once for all rules."""
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in CODE}
    return {path: (text, ast.parse(text)) for path, text in texts.items()}


def test_no_file_is_longer_than_250_lines(code):
    assert [path for path, (text, _) in code.items() if len(text.splitlines()) > 250] == []


def test_no_function_is_longer_than_40_lines(code):
    for path, (_, tree) in code.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno - node.lineno < 40, f"{path}: {node.name}"


def test_every_file_says_in_one_docstring_what_it_is(code):
    silent = [path for path, (text, tree) in code.items() if text and not ast.get_docstring(tree)]
    assert silent == []


def test_the_code_knows_nothing_of_its_subject(code):
    for path, (text, _) in code.items():
        known = re.search("Sanming|三明市?医改|China|350400", text)
        assert not known or Path(path).name in KNOWS, path
        assert "SEED_ARTICLES" not in text, path


# Where a place's name stands as an example of how a thing is called.
KNOWS: set[str] = set()


def test_imports_run_one_way():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout


def test_ruff_reads_every_file_of_the_code():
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent))
    assert ruff is not None
    listed = subprocess.run(
        [ruff, "check", "--show-files", *FOLDERS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    paths = {Path(name).resolve() for name in listed}
    assert [str(path) for path in CODE if path.parent != ROOT and path.resolve() not in paths] == []


def test_no_package_hides_the_code_behind_the_tests():
    assert list((ROOT / "tests").rglob("__init__.py")) == []


# --- what the READMEs and docs/ say ---------------------------------------------------------

READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}
DOCS = sorted((ROOT / "docs").glob("*.md"))
GUIDES = [*READMES.values(), *DOCS]
# A path with a name to be filled in is a pattern.
PATTERN = re.compile("[A-Z]{4}|\\*")
ROOMS = tuple(f"{folder}/" for folder in FOLDERS)
COUNT_SENTENCES = {
    "en": "over {tens} {what}, each explained in a sentence: [docs/{file}.md]",
    "zh": "{tens} 多{what}，各有一句话说明：[docs/{file}.md]",
}
COUNTED_NOUNS = {
    "questions": {"en": "questions", "zh": "个问题"},
    "measures": {"en": "measures", "zh": "项度量"},
}
# A reader's five minutes: some 250 English words or 500 Chinese characters a minute.
MAX_WORDS, MAX_CHARACTERS = 1250, 2500
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module", params=READMES)
def readme(request) -> tuple[str, str]:
    """A README: its language, and its text."""
    return request.param, READMES[request.param].read_text(encoding="utf-8")


# A hidden command is the former name of one that is listed.
LISTED_COMMANDS = [command for command in app.registered_commands if not command.hidden]
COMMANDS = [command.name or command.callback.__name__ for command in LISTED_COMMANDS]
PAGES = sorted(path.stem for path in (ROOT / "app_pages").glob("[a-z]*.py"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(readme, command):
    assert re.search(rf"^\| `{command}` \| \S", readme[1], re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_in_the_readme_by_its_title(readme, page):
    language, text = readme
    title = re.escape(APP.say(f"page_{page}", language))
    assert re.search(rf"^\| \*{title}\* \| \S", text, re.MULTILINE)


@pytest.mark.parametrize("what", ["questions", "measures"])
def test_every_question_and_measure_is_told_in_docs_and_counted_in_the_readme(readme, what):
    language, text = readme
    entries = {"questions": questions, "measures": measures}[what]()
    listed = (ROOT / "docs" / f"{what}.md").read_text(encoding="utf-8")
    assert [entry for entry in entries if f"`{entry}`" not in listed] == []
    # in tens, so that one question more leaves the READMEs as they are
    called = {
        "tens": (len(entries) - 1) // 10 * 10,
        "what": COUNTED_NOUNS[what][language],
        "file": what,
    }
    assert COUNT_SENTENCES[language].format(**called) in text


def test_a_readme_is_read_in_five_minutes(readme):
    language, text = readme
    if language == "en":
        assert len(text.split()) <= MAX_WORDS
    else:
        assert len(CHINESE.findall(text)) <= MAX_CHARACTERS


def test_a_readme_keeps_to_its_language(readme):
    """But for the link to the other, and the words of commands."""
    language, text = readme
    if language == "en":
        assert CHINESE.findall(text.replace("[中文](README.zh.md)", "")) == []
    else:
        prose = [line for line in text.splitlines() if len(line.split()) > 12]
        assert [line for line in prose if not CHINESE.search(line) and "`" not in line] == []


def test_both_readmes_say_the_same_in_the_same_order():
    shapes = []
    for path in READMES.values():
        text = path.read_text(encoding="utf-8")
        links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "spread" not in link]
        signs = re.findall(r"^(?:#+ |- |\||```)", text, re.MULTILINE)
        verbs = re.findall(r"^(?:make|python cli\.py) \w+", text, re.MULTILINE)
        shapes.append((links[1:], signs, verbs))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_command_and_file_that_a_guide_names_is_there(guide):
    text = guide.read_text(encoding="utf-8")
    for verb in re.findall(r"python cli\.py ([a-z_]+)", text):
        assert verb in COMMANDS
    for target in re.findall(r"`make ([a-z]+)", text):
        assert re.search(rf"^(\w+ )*{target}( \w+)*:", makefile(), re.MULTILINE), target
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (guide.parent / link).exists(), link


@pytest.mark.parametrize("guide", ["architecture", "contributing"])
def test_every_path_of_the_code_that_a_guide_names_is_there(guide):
    text = (ROOT / "docs" / f"{guide}.md").read_text(encoding="utf-8")
    prose = re.sub("```.*?```", "", text, flags=re.DOTALL)
    paths = [path for path in re.findall(r"`([a-z_]+/[^`{ ]*)`", prose) if not PATTERN.search(path)]
    assert len(paths) > 20
    assert [path for path in paths if path.startswith(ROOMS) and not (ROOT / path).exists()] == []


@pytest.mark.parametrize("guide", DOCS, ids=lambda path: path.name)
def test_every_guide_is_linked_from_the_readme(readme, guide):
    assert f"(docs/{guide.name})" in readme[1]


@pytest.mark.parametrize("guide", DOCS, ids=lambda path: path.name)
def test_a_guide_is_in_both_languages(guide):
    """Each has a part in English and one in Chinese, or a table with a column of each."""
    lines = guide.read_text(encoding="utf-8").splitlines()
    chinese = sum(bool(CHINESE.search(line)) for line in lines)
    english = sum(bool(re.search(r"[a-z]+ [a-z]+ [a-z]+", line)) for line in lines)
    assert chinese > len(lines) / 10 and english > len(lines) / 10


def makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["app", "test", "export", "check", "lint", "derived", "docs"])
def test_a_target_of_the_makefile_is_known_to_make(target):
    result = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_mypy_is_strict_with_every_module_that_tests_share():
    """A pattern cannot tell test_*.py from the rest, so pyproject.toml lists the rest by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    overrides = project["tool"]["mypy"]["overrides"]
    (strict,) = (each["module"] for each in overrides if each.get("disallow_untyped_defs"))
    names = [path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py")]
    shared = {
        ".".join(name.with_suffix("").parts)
        for name in names
        if not name.name.startswith("test_") and name.name != "conftest.py"
    }
    assert set(strict) == {*shared, "tests.*.conftest"}


# --- setup.sh -------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path) -> Path:
    """setup.sh and its requirements in a folder of their own, and a bin/ for a false python3."""
    for name in (
        *("setup.sh", "requirements.txt", "requirements-spark.txt", "requirements-dev.txt"),
        "requirements.lock",
    ):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    return tmp_path


def setup(checkout: Path, script: str | None, **environment: str) -> subprocess.CompletedProcess:
    """Runs setup.sh with this script as python3; with none if it is None."""
    if script is not None:
        false = checkout / "bin" / "python3"
        false.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        false.chmod(0o755)
    path = f"{checkout / 'bin'}:/usr/bin:/bin"
    return subprocess.run(
        ["./setup.sh", "requirements.txt"],
        cwd=checkout,
        env={"PATH": path, "HOME": str(checkout), **environment},
        capture_output=True,
        text=True,
    )


def one_sentence(result: subprocess.CompletedProcess) -> str:
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    return result.stderr.strip().splitlines()[-1]


OLD = 'case "$*" in --version) echo "Python 3.9.1";; *version_info*) exit 1;; esac'
# Says that it is new enough, but has no venv.
BARE = 'case "$*" in *"import venv"*) exit 1;; esac'


def test_setup_tells_of_a_python_that_is_too_old(checkout):
    told = one_sentence(setup(checkout, OLD))
    assert "Python 3.9.1" in told and "3.11" in told and "PYTHON=" in told


def test_setup_tells_of_a_python_that_is_not_there(checkout):
    told = one_sentence(setup(checkout, None, PYTHON="python3.99"))
    assert "python3.99" in told and "3.11" in told


def test_setup_tells_of_a_python_without_venv(checkout):
    told = one_sentence(setup(checkout, BARE))
    assert "venv" in told and "python3-venv" in told


def test_setup_tells_of_a_machine_without_network(checkout):
    """pip is sent to a port where nobody listens."""
    result = setup(
        checkout,
        f'exec "{sys.executable}" "$@"',
        PIP_INDEX_URL="http://127.0.0.1:1/simple",
        PIP_RETRIES="0",
        PIP_TIMEOUT="1",
        PIP_CONFIG_FILE=os.devnull,
    )
    told = one_sentence(result)
    assert "network" in told and ".venv/install.log" in told


def test_setup_does_nothing_when_all_is_there(checkout):
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "installed-requirements").touch()
    assert setup(checkout, "exit 9").returncode == 0


def test_setup_fills_up_when_the_requirements_are_newer(checkout):
    mark = checkout / ".venv" / "installed-requirements"
    mark.parent.mkdir()
    mark.touch()
    os.utime(mark, (1, 1))
    assert setup(checkout, OLD).returncode == 1


# --- settings and versions ------------------------------------------------------------------

# settings.py reads the environment; these pass it on to a process that they start.
PASS_ON = {"settings.py", "commands/app.py", "graph/stores/embedded/process.py"}


def test_only_the_settings_read_the_environment(code):
    for path, (text, _) in code.items():
        assert "os.environ" not in text or path in PASS_ON, path
        assert "getenv" not in text, path


def test_every_variable_of_the_environment_is_in_the_docs():
    guide = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in VARIABLES if guide.count(f"`{name}`") != 2] == []


def test_the_settings_survive_the_environment():
    chosen = Settings(Path("elsewhere"), "texts", "rdf")
    assert Settings.from_environment(chosen.variables()) == chosen
    assert Settings.from_environment({}) == Settings()
    secret = Settings.from_environment({NEO4J_PASSWORD: "secret"})
    assert secret.neo4j_password == "secret" and "secret" not in repr(secret)


def requirements(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-r"))]


def test_the_lock_file_has_an_exact_version_within_each_range():
    locked = {canonicalize_name(pin.name): pin for pin in requirements("requirements.lock")}
    names = ("requirements.txt", "requirements-spark.txt", "requirements-dev.txt")
    ranges = [wanted for name in names for wanted in requirements(name)]
    for wanted in ranges:
        pin = locked[canonicalize_name(wanted.name)]
        (exact,) = pin.specifier
        assert exact.operator == "==" and wanted.specifier.contains(exact.version), wanted
        assert pin.marker == wanted.marker, wanted


def test_the_lock_file_names_no_place_on_a_machine():
    assert not re.search("://|@|/", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
