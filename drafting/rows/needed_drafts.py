"""The drafts of things that a row names, which have to be accepted before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from drafting.drafts.draft import NEW_PREFIX, Draft
from drafting.rows.new_things import references_in
from drafting.rows.typed_row import KINDS
from ontology.schema.kinds import Thing
from ontology.schema.value_types import SEPARATOR

NAME_COLUMNS = ("name_zh", "name_en", "alt_names")


def needed_drafts(row: Draft, waiting_drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Those of the waiting drafts whose source or thing a row names, by its code or as new."""
    parts = {row.source, *(part for _, part in references_in(row))}
    return tuple(
        draft
        for draft in waiting_drafts
        if draft.id != row.id and _is_thing(draft) and not parts.isdisjoint(_cells_for(draft))
    )


def in_order_of_need(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Drafts in their order, but each thing at the latest before the first row that names it."""
    drafts = tuple(drafts)
    things: Mapping[str, list[Draft]] = defaultdict(list)
    for draft in filter(_is_thing, drafts):
        for cell in _cells_for(draft):
            things[cell].append(draft)
    ordered: dict[str, Draft] = {}
    visited_ids: set[str] = set()

    def take(draft: Draft) -> None:
        if draft.id in visited_ids:
            return
        visited_ids.add(draft.id)
        for _, part in references_in(draft):
            for thing in things.get(part, ()):
                take(thing)
        ordered[draft.id] = draft

    for draft in drafts:
        take(draft)
    return tuple(ordered.values())


def _is_thing(draft: Draft) -> bool:
    kind = KINDS.get(draft.kind)
    return kind is not None and issubclass(kind, Thing)


def _cells_for(draft: Draft) -> Iterator[str]:
    """The cells by which a row may name the thing of a draft."""
    yield draft.cell("code")
    for column in NAME_COLUMNS:
        for name in draft.cell(column).split(SEPARATOR):
            if name.strip():
                yield f"{NEW_PREFIX}{name.strip()}"
