"""unload: all that only one source supports, out of a Neo4j database."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.push import AddressArgument, DatabaseOption, load_facts
from commands.terminal.messages import read_or_exit, say
from commands.terminal.options import FACTS, USAGE, FolderOption, LangOption
from graph.changes.source_removal import without_source
from ontology.schema.kinds import Source


def unload(
    lang: LangOption,
    source: Annotated[str, typer.Argument(help="the source's code")],
    address: AddressArgument,
    database: DatabaseOption = None,
    folder: FolderOption = FACTS,
) -> None:
    """Removes a source's statements, and everything only they support, from the database."""
    facts = read_or_exit(folder, lang)
    if not isinstance(facts.things.get(source), Source):
        codes = ", ".join(entry.code for entry in facts.things_of(Source))
        say(lang, "no_source", source=source, codes=codes)
        raise typer.Exit(USAGE)
    load_facts(without_source(facts, source), address, database, lang)
