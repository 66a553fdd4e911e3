"""Stores opened and closed, and their errors told as one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from commands.options import FAULTS, UNREACHABLE, USAGE, Lang, StoreName
from commands.saying import say
from graph.embedded import EmbeddedStore
from graph.facts import Facts
from graph.property_graph import property_graph
from graph.sparql import SparqlStore
from graph.store import Answer, Limits, Store, StoreError, StoreUnreachable
from queries.catalogue import QueryError, UnknownQuestion, questions
from queries.formats import Format, written


@contextmanager
def opened(facts: Facts, name: StoreName) -> Iterator[tuple[Store, str]]:
    """A store with the facts, and the language that it speaks."""
    limits = Limits()
    store: Store
    if name is StoreName.EMBEDDED:
        store, language = EmbeddedStore.open(property_graph(facts), limits), "cypher"
    else:
        store, language = SparqlStore(facts, limits), "sparql"
    try:
        yield store, language
    finally:
        store.close()


@contextmanager
def queries_told(lang: Lang) -> Iterator[None]:
    """Errors of questions and stores as one sentence and an exit code."""
    try:
        yield
    except UnknownQuestion as error:
        known = ", ".join(questions())
        say(lang, f"没有问题“{error}”。可用：{known}", f'no question "{error}". Try: {known}')
        raise typer.Exit(USAGE) from error
    except QueryError as error:
        say(lang, f"参数不对：{error}", f"the parameters are not right: {error}")
        raise typer.Exit(USAGE) from error
    except StoreUnreachable as error:
        say(lang, f"存储没有启动：{error}", f"the store did not start: {error}")
        raise typer.Exit(UNREACHABLE) from error
    except StoreError as error:
        kind = type(error).__name__
        say(lang, f"查询没有执行（{kind}）：{error}", f"the query was not run ({kind}): {error}")
        raise typer.Exit(FAULTS) from error


def tell(lang: Lang, answer: Answer, format: Format) -> None:
    """Prints an answer; says so if it was cut."""
    typer.echo(written(answer, format), nl=False)
    if answer.cut:
        count = len(answer.rows)
        say(lang, f"只显示前 {count} 行", f"only the first {count} rows are shown")
