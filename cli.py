"""The command line: one verb a command, the same words as in the app."""

from __future__ import annotations

import sys

import typer

from commands.analyse import REST, analyse
from commands.app import app as open_app
from commands.ask import ask
from commands.check import check
from commands.cite import cite
from commands.export import export
from commands.push import push
from commands.run import run
from commands.story import story
from commands.verify import verify
from commands.withdraw import withdraw

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
for verb in (check, verify, cite, export, ask, run, story, push, withdraw):
    app.command()(verb)
app.command(context_settings=REST)(analyse)
app.command("app")(open_app)

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    app()
