"""References for the ids that a reader cites: statements by their sources, sources, data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from exports.citations.csl_dates import csl_day
from exports.citations.reference import CitedStatement, CslItem, Reference
from exports.citations.source_items import (
    csl_language,
    csl_name,
    own_language,
    source_item,
    translated_item,
)
from graph.drawing.statement_headline import headline
from graph.model.dataset import ReleasedVersion
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies, cited_passage
from ontology.labels.dates import published_in_words
from ontology.labels.labels import choice_name
from ontology.schema.enums import SourceState
from ontology.schema.kinds import Source
from queries.rendering.texts import phrase


class NotCitable(Exception):
    """Some ids name no statement, source or dataset; `ids` are these."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self.ids = ids
        super().__init__(", ".join(ids))


@dataclass(frozen=True)
class CitationContext:
    """The input of references.

    `retrieved` is the day on which the reader saw pages whose source names no day. `copies` are
    the reader's texts; without them no passage is quoted.
    """

    facts: Facts
    language: str
    retrieved: date | None = None
    copies: Copies | None = None


def references(context: CitationContext, ids: Iterable[str]) -> list[Reference]:
    """A reference for each work, in the order of the ids.

    An id is that of a statement or a source, the name of the dataset, or that of a release such
    as `china-health-2026.1`. Raises NotCitable.
    """
    facts = context.facts
    statements: dict[str, list[str]] = defaultdict(list)  # by source; the dataset has none
    unknown = []
    for id in dict.fromkeys(ids):
        if id in facts.statements:
            statements[facts.statements[id].source].append(id)
        elif isinstance(facts.things.get(id), Source) or id in dataset_names(facts):
            statements[id] += []
        else:
            unknown.append(id)
    if unknown:
        raise NotCitable(tuple(unknown))
    return [_reference(context, code, ids_of) for code, ids_of in statements.items()]


def _reference(context: CitationContext, code: str, ids: Iterable[str]) -> Reference:
    """A source with its statements, the dataset, or a release of it."""
    facts, language = context.facts, context.language
    source = facts.things.get(code)
    if not isinstance(source, Source):
        return dataset_reference(context, dataset_names(facts)[code])
    return Reference(
        source_item(facts, source, own_language(source), context.retrieved),
        translated_item(facts, source, language, context.retrieved),
        tuple(_cited_statement(context, id) for id in ids),
        tuple(_remarks(source, language)),
    )


def _cited_statement(context: CitationContext, id: str) -> CitedStatement:
    statement = context.facts.statements[id]
    language = context.language
    spots = phrase("list_comma", language).join(f"{s.start}–{s.end}" for s in statement.spans)
    parts = [
        phrase("cited_spots", language, spots=spots),
        choice_name(statement.stance, language),
        phrase("cited_id", language, id=id),
    ]
    return CitedStatement(
        id,
        headline(context.facts, statement, language),
        phrase("comma", language).join(parts),
        cited_passage(context.facts, statement, context.copies) if context.copies else None,
    )


def _remarks(source: Source, language: str) -> Iterator[str]:
    """Remarks for which citation formats have no field."""
    if source.published and ("/" in source.published or "X" in source.published):
        publication_date = published_in_words(source.published, language)
        yield phrase("cited_published", language, date=publication_date)
    if source.state is SourceState.GONE:
        yield phrase("cited_gone", language)
    if source.archive and source.state is not SourceState.GONE:
        yield phrase("cited_archive", language, address=source.archive)


def dataset_names(facts: Facts) -> dict[str, ReleasedVersion | None]:
    """The dataset as it is, and each of its releases, by name."""
    name = facts.dataset.name
    return {name: None} | {f"{name}-{release.version}": release for release in facts.releases}


def dataset_reference(
    context: CitationContext, release: ReleasedVersion | None = None
) -> Reference:
    """The dataset by its curators, with its licence; a release has its version and day."""
    facts = context.facts
    dataset, statements = facts.dataset, facts.statements.values()
    remark = phrase("cited_licence", context.language, licence=dataset.licence)

    def item(language: str) -> CslItem:
        curators = sorted({statement.curator for statement in statements})
        last_accepted = max((statement.accepted for statement in statements), default=None)
        day = release.day if release else last_accepted
        issued = {"issued": csl_day(day)} if day else {}
        version = {"version": release.version} if release else {}
        accessed = {"accessed": csl_day(context.retrieved)} if context.retrieved else {}
        return {
            "id": f"{dataset.name}-{release.version}" if release else dataset.name,
            "type": "dataset",
            "title": dataset.title(language),
            "author": [csl_name(name) for name in curators],
            **issued,
            **version,
            **accessed,
            "URL": dataset.base_iri,
            "language": csl_language(language),
        }

    language_of_item = (
        dataset.languages[0] if context.language not in dataset.languages else context.language
    )
    return Reference(item(language_of_item), item(language_of_item), (), (remark,))


def view_reference(
    context: CitationContext, title: str, address: str, *, is_picture: bool
) -> Reference:
    """A figure or a picture of the dataset, at the address of the view that shows it."""
    dataset_work = dataset_reference(context)
    part = {
        "id": f"{dataset_work.item['id']}-{'picture' if is_picture else 'figure'}",
        "type": "graphic" if is_picture else "dataset",
        "title": title if is_picture else f"{title} ({dataset_work.item['title']})",
        "URL": address,
    }
    container = {"container-title": dataset_work.item["title"]} if is_picture else {}
    item = {**dataset_work.item, **part, **container}
    return Reference(item, item, (), dataset_work.remarks)
