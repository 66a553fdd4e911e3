"""push: all facts into a Neo4j database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from commands.shared.messages import read_or_exit, say
from commands.shared.options import FOLDERS, AsOfOption, FoldersOption, Lang, LangOption
from commands.shared.store_session import credentials, query_errors_explained
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.neo4j.push import Loaded, load
from graph.stores.neo4j.store import connect
from ontology.labels.labels import schema_words

AddressArgument = Annotated[str, typer.Argument(help="bolt://host:7687 or neo4j://host")]
DatabaseOption = Annotated[str | None, typer.Option("--database", help="if not the default one")]


def push(
    lang: LangOption,
    address: AddressArgument,
    database: DatabaseOption = None,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
) -> None:
    """Loads the facts into Neo4j: whole or not at all, touching nothing else that is there."""
    load_facts(read_or_exit(folders, lang, as_of=as_of), address, database, lang)


def load_facts(facts: Facts, address: str, database: str | None, lang: Lang) -> None:
    """Loads facts with a progress bar and says what changed; any error is told, with an exit."""
    user, password = credentials(lang)
    with query_errors_explained(lang), connect(address, user, password) as driver:
        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=None)

            def progress(what: str, done: int, total: int) -> None:
                bar.update(task, description=what, completed=done, total=total)

            loaded = load(driver, database, property_graph(facts), progress)
        _tell(loaded, lang)


def _tell(loaded: Loaded, lang: Lang) -> None:
    if loaded.nothing:
        say(lang, "already_loaded", out=True)
        return
    signs = _signs(loaded)
    added, removed, changed = (sum(by_kind.values()) for by_kind in signs.values())
    key = "restored" if loaded.restored else "loaded"
    say(lang, key, out=True, added=added, removed=removed, changed=changed)
    for kind in sorted({*loaded.added, *loaded.removed, *loaded.changed}):
        parts = [f"{sign}{counts[kind]}" for sign, counts in signs.items() if counts.get(kind)]
        typer.echo(f"  {_kind_name(kind, lang)}: {' '.join(parts)}")


def _signs(loaded: Loaded) -> dict[str, Mapping[str, int]]:
    """The counts by kind under the sign with which they are told."""
    return {"+": loaded.added, "-": loaded.removed, "~": loaded.changed}


def _kind_name(kind: str, lang: Lang) -> str:
    """The name of a kind of node or an edge type; a label of others stands as it is."""
    word = schema_words().get(kind)
    return f"{word.name(lang.value)} ({kind})" if word else kind
