"""The command line as a process: what it lists, and what it need not load for that."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys

import pytest

from cli import MODULES, app, summary

# Drivers and tables that take longer to load than all of a short command.
SLOW_PACKAGES = (
    *("neo4j", "pandas", "pypinyin", "edtf", "trafilatura", "networkx", "pyoxigraph"),
    "mcp",
)


def process(root, *words):
    return subprocess.run(
        [sys.executable, *words], cwd=root, capture_output=True, text=True, check=True
    ).stdout


def test_every_command_is_listed_with_the_words_of_its_own_help(root):
    help_of_all = " ".join(process(root, "cli.py", "--help").replace("│", " ").split())
    functions = {command.name: command.callback for command in app.registered_commands}
    for command in MODULES:
        assert summary(command) == inspect.getdoc(functions[command])
        first_line = inspect.getdoc(functions[command]).split("\n")[0]
        assert f"{command} {first_line}" in help_of_all


@pytest.mark.parametrize("words", [["--help"], ["ask", "--list"]])
def test_a_list_loads_no_slow_package(root, words):
    code = (
        "import runpy, sys\n"
        f"sys.argv = ['cli.py', *{words!r}]\n"
        "try:\n    runpy.run_path('cli.py', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        f"print([name for name in {SLOW_PACKAGES!r} if name in sys.modules])\n"
    )
    assert process(root, "-c", code).splitlines()[-1] == "[]"


def refusal(root, *words):
    """What a Python that cannot run the command line says: nothing but sentences."""
    result = subprocess.run([sys.executable, *words], cwd=root, capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (1, ""), result.stderr
    return result.stderr.splitlines()


def test_a_python_without_the_packages_or_with_some_is_told_what_to_do(root):
    bare = refusal(root, "-S", "cli.py", "check")
    code = (
        "import runpy, sys\n"
        "sys.argv = ['cli.py', 'check']\n"
        "sys.modules['pydantic'] = None\n"
        "runpy.run_path('cli.py', run_name='__main__')\n"
    )
    for package, sentences in (("typer", bare), ("pydantic", refusal(root, "-c", code))):
        assert len(sentences) == 2
        assert all(package in line and "make app" in line for line in sentences)


def test_an_old_python_can_read_the_file_that_refuses_it(root):
    text = (root / "cli.py").read_text(encoding="utf-8")
    body = ast.parse(text, feature_version=(3, 9)).body
    check = next(i for i, part in enumerate(body) if isinstance(part, ast.If))
    loaded = [part for part in body[:check] if isinstance(part, ast.Import | ast.ImportFrom)]
    names = {
        part.module if isinstance(part, ast.ImportFrom) else part.names[0].name for part in loaded
    }
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names | {"__future__"}
