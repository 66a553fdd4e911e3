"""release: the facts of a day as a folder and an archive that can be cited and checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import print_facts_errors, print_write_errors, say
from commands.terminal.options import FAULTS, FOLDERS, USAGE, FoldersOption, Lang, LangOption
from exports.release.changelog import changelog
from exports.release.check import release_faults
from exports.release.contents import release_files
from exports.release.facts_files import complete_facts_files
from exports.release.version import BadVersion, ReleaseName, release_name
from exports.release.write import ReleaseExists, write_release
from loaders.facts.facts_folder import read_facts

BUILD = Path("build/release")


def release(
    lang: LangOption,
    version: Annotated[str | None, typer.Argument(help="such as 1.2.0 or 2026.1")] = None,
    date: Annotated[str, typer.Option(help="its day, such as 2026-11-29")] = "",
    folders: FoldersOption = FOLDERS,
    previous: Annotated[
        Path | None, typer.Option(help="the previous release, to list the changes since")
    ] = None,
    out: Annotated[Path, typer.Option(help="where to write")] = BUILD,
    check: Annotated[Path | None, typer.Option(help="an archive to check instead")] = None,
) -> None:
    """Writes a release to cite, as a folder and an archive; or checks an archive."""
    if check is not None:
        _check(check, lang)
        return
    if version is None or len(folders) != 1:
        say(lang, "release_usage" if version is None else "release_one_folder")
        raise typer.Exit(USAGE)
    with print_facts_errors(lang), _exit_on_refusal(lang):
        facts = read_facts(folders[0])  # without older releases: the tables alone make them
        name = release_name(facts.dataset.name, version, date)
        changes = {} if previous is None else changelog(previous, facts, name)
        files = release_files(facts, complete_facts_files(folders[0]), name, changes)
        _write(files, name, out, lang)


@contextmanager
def _exit_on_refusal(lang: Lang) -> Iterator[None]:
    """Prints why something cannot be released, and exits."""
    try:
        yield
    except BadVersion as error:
        key = "release_bad_version" if error.word == "version" else "release_bad_day"
        say(lang, key, text=error.text)
        raise typer.Exit(USAGE) from error


def _write(files: dict[str, bytes], name: ReleaseName, folder: Path, lang: Lang) -> None:
    try:
        with print_write_errors(lang):
            for path in write_release(files, name, folder):
                typer.echo(path)
    except ReleaseExists as error:
        say(lang, "release_exists", path=error.path)
        raise typer.Exit(FAULTS) from error


def _check(path: Path, lang: Lang) -> None:
    """Prints every fault of an archive, or that there is none."""
    if not path.is_file():
        say(lang, "release_no_archive", path=path)
        raise typer.Exit(USAGE)
    faults = release_faults(path)
    for fault in faults:
        typer.echo(f"{fault.location}: {fault.message(lang.value)}")
    if faults:
        say(lang, "fault_count", count=len(faults))
        raise typer.Exit(FAULTS)
    say(lang, "release_sound", to_stdout=True, path=path)
