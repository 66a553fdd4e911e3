"""The command line: one verb a command, the same words as in the app."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import typer

VERBS = (
    *("check", "verify", "cite", "export", "ask", "run"),
    *("talk", "push", "withdraw", "analyse", "app", "new"),
)
# Former names of verbs: they still work, and no help lists them.
FORMER_NAMES = {"story": "talk"}


def command_line(verbs: Sequence[str] = VERBS) -> typer.Typer:
    """The command line of these verbs; a verb that is not among them loads no package."""
    line = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
    line.callback()(lambda: None)  # one verb alone is still called by its name
    for verb in verbs:
        module = import_module(f"commands.{verb}")
        settings = getattr(module, "REST", None)
        line.command(verb, context_settings=settings)(getattr(module, verb))
        for name in (old for old, new in FORMER_NAMES.items() if new == verb):
            line.command(name, context_settings=settings, hidden=True)(getattr(module, verb))
    return line


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    asked_verbs = [FORMER_NAMES.get(word, word) for word in sys.argv[1:2]]
    verbs = [verb for verb in asked_verbs if verb in VERBS]
    command_line(verbs or VERBS)()
else:
    app = command_line()
