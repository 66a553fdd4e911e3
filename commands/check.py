"""check: every fault of a facts folder and of its talks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.shared.messages import (
    copies_or_exit,
    read_or_exit,
    say,
    talks_or_exit,
    tell_warnings,
)
from commands.shared.options import FAULTS, READ_FACTS, LangOption
from graph.model.facts import Facts
from loaders.facts.facts_folder import read_sources
from loaders.facts.several_folders import folder_labels
from loaders.facts.talks import talk_warnings
from loaders.source_access import archive_warnings
from loaders.source_copies import Copies
from ontology.schema.kinds import Source


def check(
    lang: LangOption,
    folders: Annotated[
        list[Path] | None, typer.Argument(help="the facts folder, or several read together")
    ] = None,
    sources: Annotated[Path | None, typer.Option(help="also compare your copies' hashes")] = None,
) -> None:
    """Tells every fault of a facts folder and its talks: where, what is wrong, what is right."""
    folders = folders or [READ_FACTS]
    facts = read_or_exit(folders, lang, out=True, from_tables=True)
    folder = folders[0]
    talks = talks_or_exit(folder, facts, lang, out=True)
    for talk in talks:
        tell_warnings(talk_warnings(folder, talk), lang, out=True)
    for label, place in zip(folder_labels(folders), folders, strict=True):
        tell_warnings(archive_warnings(read_sources(place), f"{label}source.csv"), lang, out=True)
    changed = changed_sources(facts, copies_or_exit(sources, lang)) if sources else []
    for code in changed:
        say(lang, "source_changed", source=code)
    if changed:
        raise typer.Exit(FAULTS)
    counts = f"{len(facts.things)}, {len(facts.statements)}"
    say(lang, "no_faults", out=True, things=counts)


def changed_sources(facts: Facts, copies: Copies) -> list[str]:
    """The sources whose copy is not the text that was read."""
    return [source.code for source in facts.things_of(Source) if copies.is_as_read(source) is False]
