"""The command line, in the same words as the app."""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

MISSING_PACKAGE = (
    "Python 缺少包 {name}：请先运行一次 make app（或 ./setup.sh requirements.txt），"
    "再用 .venv/bin/python cli.py。\n"
    "This Python lacks the package {name}: run make app once (or ./setup.sh requirements.txt), "
    "then use .venv/bin/python cli.py."
)
TOO_OLD = (
    "Python {version} 太旧：需要 3.11 或更新的版本，如 make app 装好的 .venv/bin/python cli.py。\n"
    "Python {version} is too old: 3.11 or newer is needed, "
    "such as .venv/bin/python cli.py, which make app installs."
)

# A Python without the packages gets a sentence, and so does one that cannot read the other files.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(TOO_OLD.format(version=".".join(map(str, sys.version_info[:2]))))
try:
    import typer
except ModuleNotFoundError as error:
    sys.exit(MISSING_PACKAGE.format(name=error.name))

# The commands by the package that holds their modules: "" is `commands` itself.
PACKAGES = {
    "": ("check", "verify", "talk", "push", "unload", "analyse", "app", "new"),
    "exporting": ("export",),
    "lookup": ("ask", "run", "search", "cite"),
    "drafting": ("spot", "fits", "text", "draft"),
    "curation": ("review", "identity", "settle", "withdraw", "correct"),
    "releasing": ("diff", "release", "site"),
    "serving": ("mcp", "serve"),
}
MODULES = {
    command: ".".join(filter(None, ("commands", package, command)))
    for package, names in PACKAGES.items()
    for command in names
}
# Former names of commands: they still work, and no help lists them.
FORMER_NAMES = {"story": "talk"}


def command_line(commands: Sequence[str] = tuple(MODULES)) -> typer.Typer:
    """The command line of these commands; the packages of others are not loaded."""
    line = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
    line.callback()(lambda: None)  # a single command is still called by its name
    for command in commands:
        module = import_module(MODULES[command])
        settings = getattr(module, "CONTEXT_SETTINGS", None)
        line.command(command, context_settings=settings)(getattr(module, command))
        for name in (old for old, new in FORMER_NAMES.items() if new == command):
            line.command(name, context_settings=settings, hidden=True)(getattr(module, command))
    return line


def list_of_commands() -> typer.Typer:
    """All commands with what each does, read from their files: to load them all takes seconds."""
    line = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
    for command in MODULES:
        line.command(command, help=summary(command))(lambda: None)
    return line


def summary(command: str) -> str | None:
    """The docstring of a command's function, without loading its module."""
    path = Path(__file__).parent / (MODULES[command].replace(".", "/") + ".py")
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    functions = {node.name: node for node in statements if isinstance(node, ast.FunctionDef)}
    function_names = {  # `command = function`, where the function has another name
        ast.unparse(node.targets[0]): node.value.id
        for node in statements
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name)
    }
    return ast.get_docstring(functions[function_names.get(command, command)])


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    command = FORMER_NAMES.get(sys.argv[1], sys.argv[1]) if sys.argv[1:] else ""
    try:
        (command_line([command]) if command in MODULES else list_of_commands())()
    except ModuleNotFoundError as error:
        package = str(error.name).partition(".")[0]
        if (Path(__file__).parent / package).exists():
            raise  # a missing module of this program is a bug, not a missing package
        sys.exit(MISSING_PACKAGE.format(name=error.name))
else:
    app = command_line()
