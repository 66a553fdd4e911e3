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
# The verbs by which facts are added; their modules have a room of their own.
CURATION = ("fits", "text", "draft", "review", "identity", "settle")
ALL_VERBS = (*VERBS, *CURATION)
# Former names of verbs: they still work, and no help lists them.
FORMER_NAMES = {"story": "talk"}


def command_line(verbs: Sequence[str] = ALL_VERBS) -> typer.Typer:
    """The command line of these verbs; a verb that is not among them loads no package."""
    line = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
    line.callback()(lambda: None)  # one verb alone is still called by its name
    for verb in verbs:
        module = import_module(f"commands.{'curation.' if verb in CURATION else ''}{verb}")
        settings = getattr(module, "REST", None)
        line.command(verb, context_settings=settings)(getattr(module, verb))
        for name in (old for old, new in FORMER_NAMES.items() if new == verb):
            line.command(name, context_settings=settings, hidden=True)(getattr(module, verb))
    return line


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    asked_verbs = [FORMER_NAMES.get(word, word) for word in sys.argv[1:2]]
    verbs = [verb for verb in asked_verbs if verb in ALL_VERBS]
    command_line(verbs or ALL_VERBS)()
else:
    app = command_line()
