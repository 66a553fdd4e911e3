"""search: things, statements and questions by typed words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import copies_or_exit, read_or_exit, say
from commands.terminal.options import (
    FOLDERS,
    AsOfOption,
    FoldersOption,
    FormatOption,
    LangOption,
)
from graph.model.facts import Facts
from loaders.caches.name_index import cached_name_index
from loaders.copies.passage_texts import passage_texts, source_texts
from loaders.copies.source_copies import Copies
from queries.rendering.formats import Format, in_json, render
from queries.search.hits_table import hits_table
from queries.search.search import MAX_HITS, facts_search
from queries.search.search_hits import PASSAGE, SOURCE_TEXT, as_objects
from queries.search.text_index import TextDocument, TextIndex


def search(
    lang: LangOption,
    words: Annotated[
        list[str], typer.Argument(help="names, pinyin, words or the id of a statement")
    ],
    format: FormatOption = Format.TABLE,
    sources: Annotated[
        Path | None,
        typer.Option("--sources", help="also search your copies of the texts in this folder"),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="how many hits of each kind")] = MAX_HITS,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
) -> None:
    """Finds things, statements and questions by words, also in your copies of the texts."""
    facts = read_or_exit(folders, lang, as_of=as_of)
    typed_words = " ".join(words)
    texts = None if sources is None else _texts(facts, copies_or_exit(sources, lang))
    index = cached_name_index(facts.things.values())
    groups = facts_search(facts, texts, index).groups(typed_words, lang.value, limit)
    if format is Format.JSON:
        typer.echo(in_json(as_objects(typed_words, groups)), nl=False)
    elif groups:
        typer.echo(render(hits_table(groups, lang.value), format), nl=False)
    else:
        say(lang, "nothing_matches", words=typed_words)


def _texts(facts: Facts, copies: Copies) -> TextIndex:
    """An index over the passages of the statements and the texts of the sources."""
    documents = [TextDocument(PASSAGE, *entry) for entry in passage_texts(facts, copies)]
    documents += [TextDocument(SOURCE_TEXT, *entry) for entry in source_texts(facts, copies)]
    return TextIndex(documents)
