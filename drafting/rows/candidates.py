"""Candidates for a cell of a draft: those of the drafter, then those of a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from drafting.drafts.draft import Draft, new_name
from drafting.rows.typed_row import KINDS
from graph.lookup.search import NameIndex, name_index
from ontology.schema.fields import Field, reference_fields
from ontology.schema.kinds import Source, Thing

# Each has a key, 1 to 5.
MOST = 5


class ThingCandidates:
    """The things of the facts and the accepted new ones, to be searched by name."""

    def __init__(self, things: Mapping[str, Thing]) -> None:
        self.things = things
        self._narrowed: dict[tuple[str, ...], NameIndex] = {}
        self._searches: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def of(self, draft: Draft, quotes: Iterable[str] = ()) -> Mapping[str, tuple[str, ...]]:
        """Up to five values for each column that names a thing and has any, the likeliest first.

        Each is a code, or `new:NAME` of the drafter. The drafter's own come first, then those of
        the search, then what is named in a quotation.
        """
        kind = KINDS.get(draft.kind)
        columns = list(reference_fields(kind)) if kind else []
        named = tuple(self._named_in(quotes))
        by_column = {field.name: self._of_field(draft, field, named) for field in columns}
        return {column: codes for column, codes in by_column.items() if codes}

    def _of_field(self, draft: Draft, field: Field, named: Iterable[str]) -> tuple[str, ...]:
        if field.referred_kinds == (Source.__name__,):
            return ()
        cell = draft.cell(field.name)
        drafted = dict(draft.candidates).get(field.name, ())
        codes = [cell] if cell in self.things else []
        for code in (*drafted, *self._searched(cell, field.referred_kinds), *named):
            thing = self.things.get(code)
            if type(thing).__name__ in field.referred_kinds or new_name(code):
                codes.append(code)
        return tuple(dict.fromkeys(codes))[:MOST]

    def _searched(self, cell: str, kinds: tuple[str, ...]) -> Iterator[str]:
        """What the product's search gives for the name in a cell or for the names of its thing."""
        thing = self.things.get(cell)
        typed: Iterable[str] = thing.names if thing else [new_name(cell) or cell]
        for text in typed:
            yield from self._hits(text, kinds)

    def _hits(self, text: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of a search, cached because a text names the same things again and again."""
        if (text, kinds) not in self._searches:
            hits = self._index(kinds).hits(text)
            self._searches[text, kinds] = tuple(hit.code for hit in hits)
        return self._searches[text, kinds]

    def _named_in(self, quotes: Iterable[str]) -> Iterator[str]:
        """The things with a name in a quotation, those with the longest name first."""
        text = " ".join(quotes)
        named = {
            code: max((len(name) for name in thing.names if name in text), default=0)
            for code, thing in self.things.items()
        }
        codes = sorted(named, key=lambda code: (-named[code], code))
        yield from (code for code in codes if named[code])

    def _index(self, kinds: tuple[str, ...]) -> NameIndex:
        if kinds not in self._narrowed:
            codes = [c for c, thing in self.things.items() if type(thing).__name__ in kinds]
            self._narrowed[kinds] = self._whole.limited_to(codes)
        return self._narrowed[kinds]

    @cached_property
    def _whole(self) -> NameIndex:
        return name_index(self.things.values())
