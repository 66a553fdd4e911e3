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
MAX_CANDIDATES = 5


class ThingCandidates:
    """The things of the facts and the accepted new ones, to be searched by name."""

    def __init__(self, things: Mapping[str, Thing]) -> None:
        self.things = things
        self._indexes: dict[tuple[str, ...], NameIndex] = {}
        self._searches: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def of_draft(self, draft: Draft, quotes: Iterable[str] = ()) -> Mapping[str, tuple[str, ...]]:
        """Up to five values for each column that names a thing and has any, the likeliest first.

        Each is a code, or `new:NAME` of the drafter. The drafter's own come first, then those of
        the search, then what is named in a quotation.
        """
        kind = KINDS.get(draft.kind)
        columns = list(reference_fields(kind)) if kind else []
        quoted_codes = tuple(self._codes_in_quotes(quotes))
        by_column = {
            field.name: self._field_candidates(draft, field, quoted_codes) for field in columns
        }
        return {column: codes for column, codes in by_column.items() if codes}

    def _field_candidates(
        self, draft: Draft, field: Field, quoted_codes: Iterable[str]
    ) -> tuple[str, ...]:
        if field.referred_kinds == (Source.__name__,):
            return ()
        cell = draft.cell(field.name)
        proposals = dict(draft.candidates).get(field.name, ())
        codes = [cell] if cell in self.things else []
        for code in (*proposals, *self._search_codes(cell, field.referred_kinds), *quoted_codes):
            thing = self.things.get(code)
            if type(thing).__name__ in field.referred_kinds or new_name(code):
                codes.append(code)
        return tuple(dict.fromkeys(codes))[:MAX_CANDIDATES]

    def _search_codes(self, cell: str, kinds: tuple[str, ...]) -> Iterator[str]:
        """What the product's search gives for the name in a cell or for the names of its thing."""
        thing = self.things.get(cell)
        texts: Iterable[str] = thing.names if thing else [new_name(cell) or cell]
        for text in texts:
            yield from self._hits(text, kinds)

    def _hits(self, text: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of a search, cached because a text names the same things again and again."""
        if (text, kinds) not in self._searches:
            hits = self._index(kinds).hits(text)
            self._searches[text, kinds] = tuple(hit.code for hit in hits)
        return self._searches[text, kinds]

    def _codes_in_quotes(self, quotes: Iterable[str]) -> Iterator[str]:
        """The things with a name in a quotation, those with the longest name first."""
        text = " ".join(quotes)
        name_lengths = {
            code: max((len(name) for name in thing.names if name in text), default=0)
            for code, thing in self.things.items()
        }
        codes = sorted(name_lengths, key=lambda code: (-name_lengths[code], code))
        yield from (code for code in codes if name_lengths[code])

    def _index(self, kinds: tuple[str, ...]) -> NameIndex:
        if kinds not in self._indexes:
            codes = [c for c, thing in self.things.items() if type(thing).__name__ in kinds]
            self._indexes[kinds] = self._full_index.limited_to(codes)
        return self._indexes[kinds]

    @cached_property
    def _full_index(self) -> NameIndex:
        return name_index(self.things.values())
