"""The command line: one verb a command, the same words as in the app."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import typer

VERBS = (
    *("check", "verify", "cite", "export", "ask", "run"),
    *("story", "push", "withdraw", "analyse", "app"),
)


def command_line(verbs: Sequence[str] = VERBS) -> typer.Typer:
    """The command line of these verbs; a verb that is not among them loads no package."""
    line = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
    line.callback()(lambda: None)  # one verb alone is still called by its name
    for verb in verbs:
        module = import_module(f"commands.{verb}")
        line.command(verb, context_settings=getattr(module, "REST", None))(getattr(module, verb))
    return line


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    verbs = [verb for verb in sys.argv[1:2] if verb in VERBS]
    command_line(verbs or VERBS)()
else:
    app = command_line()
