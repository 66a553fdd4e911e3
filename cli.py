"""The command line: one verb a command, the same words as in the app."""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

MISSING = (
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
    sys.exit(MISSING.format(name=error.name))

VERBS = (
    *("check", "verify", "export", "talk"),
    *("push", "unload", "analyse", "app", "new"),
)
# The verbs by which facts are added; their modules have a room of their own.
CURATION = (
    *("spot", "fits", "text", "draft", "review", "identity", "settle"),
    *("withdraw", "correct"),
)
# The verbs of releases, in a room of their own too.
RELEASING = ("diff", "release", "site")
# The verbs that serve other programs until they are ended, in a room too.
SERVING = ("mcp", "serve")
# The verbs that look something up in the facts, in a room too.
LOOKUP = ("ask", "run", "search", "cite")
ALL_VERBS = (*VERBS, *LOOKUP, *CURATION, *RELEASING, *SERVING)
# The room of each verb that stands in one.
ROOMS = {
    **dict.fromkeys(CURATION, "curation."),
    **dict.fromkeys(RELEASING, "releasing."),
    **dict.fromkeys(SERVING, "serving."),
    **dict.fromkeys(LOOKUP, "lookup."),
}
# Former names of verbs: they still work, and no help lists them.
FORMER_NAMES = {"story": "talk"}


def command_line(verbs: Sequence[str] = ALL_VERBS) -> typer.Typer:
    """The command line of these verbs; a verb that is not among them loads no package."""
    line = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
    line.callback()(lambda: None)  # one verb alone is still called by its name
    for verb in verbs:
        module = import_module(module_name(verb))
        settings = getattr(module, "REST", None)
        line.command(verb, context_settings=settings)(getattr(module, verb))
        for name in (old for old, new in FORMER_NAMES.items() if new == verb):
            line.command(name, context_settings=settings, hidden=True)(getattr(module, verb))
    return line


def module_name(verb: str) -> str:
    """The module of a verb, which holds a function of the same name."""
    return f"commands.{ROOMS.get(verb, '')}{verb}"


def list_of_verbs() -> typer.Typer:
    """All verbs with what each does, read from their files: to load them all takes seconds."""
    line = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
    for verb in ALL_VERBS:
        line.command(verb, help=summary(verb))(lambda: None)
    return line


def summary(verb: str) -> str | None:
    """The docstring of a verb's function, without loading its module."""
    path = Path(__file__).parent / (module_name(verb).replace(".", "/") + ".py")
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    functions = {node.name: node for node in statements if isinstance(node, ast.FunctionDef)}
    assigned = {  # `verb = function`, where the function has another name
        ast.unparse(node.targets[0]): node.value.id
        for node in statements
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name)
    }
    return ast.get_docstring(functions[assigned.get(verb, verb)])


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    verb = FORMER_NAMES.get(sys.argv[1], sys.argv[1]) if sys.argv[1:] else ""
    try:
        (command_line([verb]) if verb in ALL_VERBS else list_of_verbs())()
    except ModuleNotFoundError as error:
        room = str(error.name).partition(".")[0]
        if (Path(__file__).parent / room).exists():
            raise  # a module of this program: that is its own fault
        sys.exit(MISSING.format(name=error.name))
else:
    app = command_line()
