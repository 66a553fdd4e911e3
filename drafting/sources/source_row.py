"""A text and its description as the row of a source, proposed as a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from drafting.drafts.draft import Band, Draft, filled_cells
from drafting.sources.article_text import ArticleText
from drafting.sources.documents.document import printable
from drafting.sources.text_language import text_language
from drafting.text.clean_text import HAN, CleanText
from drafting.words.word_tables import word_table
from graph.model.facts import Facts
from loaders.sha256 import sha256
from ontology.schema.enums import SourceType
from ontology.schema.kinds import Organisation, Source
from ontology.schema.value_types import SEPARATOR

DRAFTED_BY = "text 1"
SOURCE_KIND = "source"
MAX_NAME_LETTERS = 80


@dataclass(frozen=True)
class Retrieval:
    """Where and when a text was taken: an address and a day in ISO form, "" where unknown."""

    address: str = ""
    day: str = ""


def source_draft(
    facts: Facts,
    code: str,
    article: ArticleText,
    retrieval: Retrieval,
    corrections: Mapping[str, str],
) -> Draft:
    """The draft of a source. `corrections` are cells that the curator gives: they come first."""
    description = article.description
    address = corrections.get("address") or retrieval.address or description.address
    types = _types(address)
    cells = {
        "code": code,
        **_titles(description.title, article.text),
        "type": types[0],
        "publisher": _publisher(facts, description.publisher),
        "published": description.published,
        "published_written": description.published_written,
        "language": text_language(article.text, description.language),
        "file": _file(facts, code),
        "length": str(len(article.text)),
        "sha256": sha256(article.text.encode()),
        "address": address,
        "author": SEPARATOR.join(name.replace(SEPARATOR, "/") for name in description.authors),
        "licence": description.licence,
        "retrieved": retrieval.day if address else "",
    }
    cells = {column: printable(cell).strip() for column, cell in cells.items()}
    curator_cells = {column: cell for column, cell in corrections.items() if cell}
    candidates = () if "type" in curator_cells else (("type", tuple(types[1:])),)
    return Draft(
        SOURCE_KIND,
        code,
        filled_cells({**cells, **curator_cells}),
        (),
        Band.LOOK,
        DRAFTED_BY,
        candidates,
    )


def _file(facts: Facts, code: str) -> str:
    """The name of the copy: as in the facts, else the code."""
    thing = facts.things.get(code)
    file = thing.file if isinstance(thing, Source) else None
    return Path(file).name if file else f"{code}.txt"


def _titles(title: str, text: str) -> dict[str, str]:
    """The title in the column of its language."""
    name = title or next(filter(None, text.split("\n")), "")[:MAX_NAME_LETTERS]
    return {"name_zh" if HAN.search(name) else "name_en": name}


def _types(address: str) -> Sequence[str]:
    """The types of source, the likeliest first: an official one by its host, else press."""
    host = urlsplit(address).hostname or ""
    suffixes = tuple(row["written"] for row in word_table("official_hosts"))
    likeliest = SourceType.OFFICIAL if f".{host}".endswith(suffixes) else SourceType.PRESS
    return [likeliest.value, *(other.value for other in SourceType if other is not likeliest)]


def _publisher(facts: Facts, name: str) -> str:
    """The code of the organisation of this name; "" if the facts have none."""
    plain_name = CleanText(name).text.strip()
    organisations = facts.things_of(Organisation)
    return next((o.code for o in organisations if plain_name in (*o.names, o.code)), "")
