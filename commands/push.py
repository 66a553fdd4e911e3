"""push: all facts into a Neo4j database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from commands.terminal.facts_in_parts import facts_in_parts
from commands.terminal.messages import print_write_errors, say
from commands.terminal.options import FOLDERS, AsOfOption, FoldersOption, Lang, LangOption
from commands.terminal.progress import progress_bar
from commands.terminal.store_session import ask_login, print_query_errors
from exports.export_file import NotWritable
from graph.formats.sorted_elements import stream_of_parts
from graph.model.facts import Facts
from graph.stores.neo4j.push import LoadOutcome, load_stream
from graph.stores.neo4j.store import Driver, connect
from graph.stores.neo4j.stored_changes import WriteStep
from graph.stores.open import Login
from ontology.labels.labels import schema_words
from texts.system_errors import reason_of
from texts.tables import COMMANDS

# The words beside the progress bar, by step.
WORDS = {
    WriteStep.REMOVE_EDGES: "removes_elements",
    WriteStep.REMOVE_NODES: "removes_elements",
    WriteStep.RELABEL_NODES: "changes_elements",
    WriteStep.CHANGE_NODES: "changes_elements",
    WriteStep.CHANGE_EDGES: "changes_elements",
    WriteStep.ADD_NODES: "adds_nodes",
    WriteStep.ADD_EDGES: "adds_edges",
}
AddressArgument = Annotated[str, typer.Argument(help="bolt://host:7687 or neo4j://host")]
DatabaseOption = Annotated[str | None, typer.Option("--database", help="if not the default one")]


def push(
    lang: LangOption,
    address: AddressArgument,
    database: DatabaseOption = None,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
) -> None:
    """Loads the facts into Neo4j, completely or not at all; other data is not touched."""
    with (
        progress_bar() as bar,
        facts_in_parts(folders, lang, as_of, bar) as facts,
        driver_for_load(lang, address, ask_login(lang)) as driver,
    ):
        graph = stream_of_parts(facts.parts, facts.dataset, facts.release)
        outcome = load_stream(driver, database, graph, _LoadProgress(bar, lang))
    _print_outcome(outcome, lang)


def load_facts(facts: Facts, address: str, database: str | None, lang: Lang) -> None:
    """Loads facts with a progress bar and says what changed; reports any error and exits."""
    graph = stream_of_parts([facts], facts.dataset, facts.release)
    with progress_bar() as bar, driver_for_load(lang, address, ask_login(lang)) as driver:
        outcome = load_stream(driver, database, graph, _LoadProgress(bar, lang))
    _print_outcome(outcome, lang)


@contextmanager
def driver_for_load(lang: Lang, address: str, login: Login) -> Iterator[Driver]:
    """A driver for a load; reports its errors and exits."""
    with (
        print_write_errors(lang),
        print_query_errors(lang),
        connect(address, login.user, login.password) as driver,
    ):
        try:
            yield driver
        except OSError as error:  # a temporary file could not be written
            raise NotWritable(Path(gettempdir()), reason_of(error)) from error


class _LoadProgress:
    """Shows on a bar what of a load is done."""

    def __init__(self, bar: Progress, lang: Lang) -> None:
        self._bar, self._lang = bar, lang
        self._task: TaskID | None = None

    def __call__(self, step: WriteStep, count: int, total: int) -> None:
        if self._task is None:
            self._task = self._bar.add_task("")
        self._bar.start()
        step_text = COMMANDS.say(WORDS[step], self._lang.value)
        self._bar.update(self._task, description=step_text, completed=count, total=total)


def _print_outcome(outcome: LoadOutcome, lang: Lang) -> None:
    if outcome.is_empty:
        say(lang, "already_loaded", to_stdout=True)
        return
    signs = _counts_by_sign(outcome)
    added_count, removed_count, changed_count = (
        sum(by_kind.values()) for by_kind in signs.values()
    )
    key = "restored" if outcome.is_repair else "loaded"
    say(lang, key, to_stdout=True, added=added_count, removed=removed_count, changed=changed_count)
    for kind in sorted(
        {*outcome.added_elements, *outcome.removed_elements, *outcome.changed_elements}
    ):
        parts = [f"{sign}{counts[kind]}" for sign, counts in signs.items() if counts.get(kind)]
        typer.echo(f"  {_kind_name(kind, lang)}: {' '.join(parts)}")


def _counts_by_sign(outcome: LoadOutcome) -> dict[str, Mapping[str, int]]:
    """The counts by kind under the sign that the message shows."""
    return {
        "+": outcome.added_elements,
        "-": outcome.removed_elements,
        "~": outcome.changed_elements,
    }


def _kind_name(kind: str, lang: Lang) -> str:
    """The name of a kind of node or an edge type; a foreign label is kept unchanged."""
    word = schema_words().get(kind)
    return f"{word.name(lang.value)} ({kind})" if word else kind
