"""check: every fault of a facts folder and of its talks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import (
    copies_or_exit,
    print_warnings,
    read_or_exit,
    say,
    talks_or_exit,
)
from commands.terminal.options import FAULTS, READ_FACTS, Lang, LangOption
from loaders.copies.source_access import archive_warnings
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_sources
from loaders.facts.several_folders import folder_labels
from loaders.streaming.streamed_folder import counts_without_faults
from loaders.talks.talk_reader import talk_warnings
from loaders.talks.talk_settings import FOLDER as TALKS
from ontology.schema.kinds import Source


def check(
    lang: LangOption,
    folders: Annotated[
        list[Path] | None, typer.Argument(help="the facts folder, or several read together")
    ] = None,
    sources: Annotated[Path | None, typer.Option(help="also compare your copies' hashes")] = None,
) -> None:
    """Lists every fault of a facts folder and its talks: where, what is wrong, what is right."""
    folders = folders or [READ_FACTS]
    counts = _counts_in_parts(folders) or _counts_of_all(folders, lang)
    by_label = {
        label: read_sources(folder)
        for label, folder in zip(folder_labels(folders), folders, strict=True)
    }
    for label, sources_of_folder in by_label.items():
        print_warnings(
            archive_warnings(sources_of_folder, f"{label}source.csv"), lang, to_stdout=True
        )
    every_source = {
        source.code: source
        for sources_of_folder in by_label.values()
        for source in sources_of_folder
    }
    copies = copies_or_exit(sources, lang) if sources else None
    changed_codes = changed_sources(every_source, copies) if copies else []
    for code in changed_codes:
        say(lang, "source_changed", source=code)
    if changed_codes:
        raise typer.Exit(FAULTS)
    say(lang, "no_faults", to_stdout=True, things=", ".join(map(str, counts)))


def _counts_in_parts(folders: Sequence[Path]) -> tuple[int, int] | None:
    """How many things and statements a folder without talks and faults has; else None."""
    is_alone = len(folders) == 1 and not (folders[0] / TALKS).exists()
    return counts_without_faults(folders[0]) if is_alone else None


def _counts_of_all(folders: Sequence[Path], lang: Lang) -> tuple[int, int]:
    """Counts things and statements; or lists all faults, those of talks too, and exits."""
    facts = read_or_exit(folders, lang, to_stdout=True, from_tables=True)
    for talk in talks_or_exit(folders[0], facts, lang, to_stdout=True):
        print_warnings(talk_warnings(folders[0], talk), lang, to_stdout=True)
    return len(facts.things), len(facts.statements)


def changed_sources(sources: Mapping[str, Source], copies: Copies) -> list[str]:
    """The sources, by code, whose copy is not the text that was read: their codes in order."""
    return [code for code in sorted(sources) if copies.is_as_read(sources[code]) is False]
