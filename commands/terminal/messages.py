"""Sentences in the user's language, and exits that say why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from commands.terminal.options import FAULTS, USAGE, Lang
from drafting.drafts.draft_file import is_interrupted
from exports.export_file import NotWritable
from graph.links.talk import Talk
from graph.model.facts import Facts
from loaders.caches.facts_key import GRAPH, facts_key
from loaders.caches.facts_snapshot import read_facts_by_snapshot
from loaders.copies.source_copies import Copies, texts_folder
from loaders.facts.folder_state import folder_state
from loaders.releases.released_facts import UnknownRelease, read_facts_as_of, with_release_title
from loaders.tables.faults import BadFacts, Fault, FolderMissing
from loaders.talks.talk_reader import read_talk, read_talks
from settings import Settings
from texts.tables import COMMANDS


def say(lang: Lang, key: str, /, *, to_stdout: bool = False, **values: object) -> None:
    """A text of texts/commands.csv, to the standard error unless it is the result (`to_stdout`)."""
    typer.echo(COMMANDS.say(key, lang.value, **values), err=not to_stdout)


@contextmanager
def print_facts_errors(lang: Lang, *, to_stdout: bool = False) -> Iterator[None]:
    """Lists every fault of facts and exits; `to_stdout` if the faults are the result."""
    try:
        yield
    except UnknownRelease as error:
        key = "no_release" if error.versions else "no_releases"
        versions = ", ".join(error.versions)
        say(lang, key, version=error.version, versions=versions)
        raise typer.Exit(USAGE) from error
    except FolderMissing as error:
        say(lang, "no_folder", folder=error.folder)
        raise typer.Exit(USAGE) from error
    except BadFacts as error:
        _print_faults(error, lang, to_stdout=to_stdout)
        raise typer.Exit(FAULTS) from error


def read_or_exit(
    folders: Path | Sequence[Path],
    lang: Lang,
    *,
    to_stdout: bool = False,
    as_of: str | None = None,
    from_tables: bool = False,
) -> Facts:
    """The facts; or lists every fault and exits; `to_stdout` if the faults are the result.

    As of a release, which is printed. Large facts may come from a snapshot, unless `from_tables`.
    """
    places = [folders] if isinstance(folders, Path) else folders
    try:
        with print_facts_errors(lang, to_stdout=to_stdout):
            read_facts = read_facts_as_of if from_tables else read_facts_by_snapshot
            facts = read_facts(places, as_of)
    except typer.Exit:
        if any(is_interrupted(place) for place in places):
            say(lang, "settlement_interrupted", to_stdout=to_stdout)
        raise
    if facts.release is not None:
        say(lang, "as_of_release", version=facts.release.version, day=facts.release.day)
    return with_release_title(facts)


def read_with_key_or_exit(
    folders: Path | Sequence[Path], lang: Lang, as_of: str | None
) -> tuple[Facts, str]:
    """The facts of `read_or_exit`, and what only their graph has as its content key.

    The key is empty if a file has changed meanwhile.
    """
    places = [folders] if isinstance(folders, Path) else folders
    before = [folder_state(place) for place in places]
    facts = read_or_exit(places, lang, as_of=as_of)
    key = facts_key(places, as_of, GRAPH)
    return facts, key if [folder_state(place) for place in places] == before else ""


def talks_or_exit(
    folder: Path, facts: Facts, lang: Lang, name: str | None = None, *, to_stdout: bool = False
) -> list[Talk]:
    """All talks of a facts folder, or the one of this name; or lists every fault and exits."""
    try:
        return read_talks(folder, facts) if name is None else [read_talk(folder, name, facts)]
    except BadFacts as error:
        _print_faults(error, lang, to_stdout=to_stdout)
        raise typer.Exit(FAULTS) from error


def _print_faults(error: BadFacts, lang: Lang, *, to_stdout: bool) -> None:
    typer.echo(error.text(lang.value), err=not to_stdout)
    say(lang, "fault_count", count=len(error.faults))


def print_warnings(warnings: Iterable[Fault], lang: Lang, *, to_stdout: bool = False) -> None:
    """What may be wrong, a line each; nothing ends for it."""
    for fault in warnings:
        text = f"{fault.location}: {fault.message(lang.value)}"
        say(lang, "warning", to_stdout=to_stdout, text=text)


def copies_folder(sources: Path | None, facts_folder: Path) -> Path:
    """The folder of an option or of the environment, else the one beside the facts, or here."""
    if name := sources or Settings.from_environment().sources:
        return Path(name)
    beside = texts_folder(facts_folder)
    return beside if beside.is_dir() else Path(".")


def copies_or_exit(folder: Path, lang: Lang) -> Copies:
    """The user's copies, or a sentence and an exit."""
    try:
        return Copies(folder)
    except FolderMissing as error:
        say(lang, "no_folder", folder=error.folder)
        raise typer.Exit(USAGE) from error


@contextmanager
def print_write_errors(lang: Lang) -> Iterator[None]:
    """Prints which file cannot be written and why, and exits."""
    try:
        yield
    except NotWritable as error:
        say(lang, "cannot_write", path=error.path, reason=error.reason)
        raise typer.Exit(USAGE) from error
