"""The options that commands share, and what their exit codes say."""

from __future__ import annotations

import locale
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from queries.rendering.formats import Format
from settings import Settings

PROJECT = Path(__file__).parents[2]
FACTS = Settings.facts
# Outside any facts folder, a command reads the facts that come with the program.
READ_FACTS = FACTS if FACTS.is_dir() else PROJECT / FACTS

# The meaning of each exit code.
FAULTS, USAGE, UNREACHABLE = 1, 2, 3


class Lang(StrEnum):
    """The language of messages."""

    ZH = "zh"
    EN = "en"


class QueryLanguage(StrEnum):
    """The language of a query."""

    CYPHER = "cypher"
    SPARQL = "sparql"


def system_language() -> Lang:
    """Chinese on a Chinese machine, English elsewhere."""
    return (
        Lang.ZH if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else Lang.EN
    )


FOLDERS = [READ_FACTS]
FoldersOption = Annotated[
    list[Path], typer.Option("--facts", help="the facts folder; may repeat, to read several")
]
FolderOption = Annotated[Path, typer.Option("--facts", help="the facts folder")]
LangOption = Annotated[
    Lang, typer.Option(default_factory=system_language, help="messages in zh or en")
]
SourcesOption = Annotated[
    Path, typer.Option("--sources", help="folder with your copies of the texts")
]
StoreOption = Annotated[
    str, typer.Option("--store", help="embedded, rdf, or the address of a server: neo4j://host")
]
FormatOption = Annotated[Format, typer.Option("--format", help="how to write the answer")]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="only the facts of this release, such as 2026.1")
]
