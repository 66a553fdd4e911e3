"""site: the facts as a folder of static files, for any host or USB stick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import print_write_errors, read_or_exit, say, talks_or_exit
from commands.terminal.options import (
    FOLDERS,
    PROJECT,
    USAGE,
    AsOfOption,
    FoldersOption,
    LangOption,
)
from exports.site.engine import PACKAGE, EngineMissing, browser_engine
from exports.site.site import compressed_size, site_files, write_site

BUILD = Path("build/site")


def site(
    lang: LangOption,
    to: Annotated[Path, typer.Argument(help="the folder to write")] = BUILD,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
    engine: Annotated[Path, typer.Option(help="the folder of the npm package oxigraph")] = PROJECT
    / PACKAGE,
) -> None:
    """Writes a site of static files: search, pages, pictures, talks and questions, offline."""
    facts = read_or_exit(folders, lang, as_of=as_of)
    talks = [talk for folder in folders for talk in talks_or_exit(folder, facts, lang)]
    try:
        files = site_files(facts, talks, browser_engine(engine))
    except EngineMissing as error:
        say(lang, "no_browser_engine", folder=error.folder)
        raise typer.Exit(USAGE) from error
    with print_write_errors(lang):
        write_site(files, to)
    megabytes = f"{compressed_size(files) / 1e6:.1f}"
    say(lang, "site_written", files=len(files), megabytes=megabytes, address=to / "index.html")
