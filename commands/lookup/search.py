"""search: things, statements and questions by typed words."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.shared.messages import read_or_exit, say
from commands.shared.options import (
    FOLDERS,
    AsOfOption,
    FoldersOption,
    FormatOption,
    LangOption,
)
from queries.rendering.formats import Format, in_json, written
from queries.search.hits_table import hits_table
from queries.search.search import MAX_HITS, facts_search
from queries.search.search_hits import as_objects


def search(
    lang: LangOption,
    words: Annotated[
        list[str], typer.Argument(help="names, pinyin, words or the id of a statement")
    ],
    format: FormatOption = Format.TABLE,
    limit: Annotated[int, typer.Option(min=1, help="how many hits of each kind")] = MAX_HITS,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
) -> None:
    """Finds things, statements and questions by words."""
    facts = read_or_exit(folders, lang, as_of=as_of)
    typed = " ".join(words)
    groups = facts_search(facts).groups(typed, lang.value, limit)
    if format is Format.JSON:
        typer.echo(in_json(as_objects(typed, groups)), nl=False)
    elif groups:
        typer.echo(written(hits_table(groups, lang.value), format), nl=False)
    else:
        say(lang, "nothing_matches", words=typed)
