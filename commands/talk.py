"""talk: a talk as one file for a stick: HTML that plays, or slides that can be edited."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import (
    print_warnings,
    print_write_errors,
    read_or_exit,
    say,
    talks_or_exit,
)
from commands.terminal.options import READ_FACTS, USAGE, AsOfOption, FolderOption, Lang, LangOption
from exports.export_file import write_atomically
from exports.talk.html_page import talk_page
from exports.talk.pptx.deck import talk_deck
from exports.talk.slides import slides
from graph.links.talk import Talk
from graph.model.facts import Facts
from loaders.talks.talk_reader import talk_warnings
from loaders.talks.talk_settings import talk_names


def talk(
    lang: LangOption,
    name: Annotated[str | None, typer.Argument(help="a talk; none lists them")] = None,
    to: Annotated[Path | None, typer.Option(help="the file to write: .html or .pptx")] = None,
    folder: FolderOption = READ_FACTS,
    as_of: AsOfOption = None,
) -> None:
    """Writes a talk as one HTML file in both languages, or as slides in one."""
    facts = read_or_exit(folder, lang, as_of=as_of)
    if name is None:
        for talk_name in talk_names(folder):
            typer.echo(talk_name)
        return
    [talk] = talks_or_exit(folder, facts, lang, name)
    print_warnings(talk_warnings(folder, talk), lang)
    path = to or Path(f"{name}.html")
    content = _content(facts, talk, path.suffix.lower(), lang)
    with print_write_errors(lang):
        write_atomically(path, content)
    typer.echo(path)


def _content(facts: Facts, talk: Talk, suffix: str, lang: Lang) -> bytes:
    """The talk in the form that the file's name asks for, or a sentence and an exit."""
    if suffix == ".html":
        return talk_page(slides(facts, talk), lang.value).encode()
    if suffix == ".pptx":
        return talk_deck(facts, talk, lang.value)
    say(lang, "unknown_suffix", suffix=suffix)
    raise typer.Exit(USAGE)
