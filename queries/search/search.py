"""One search over things, statements and questions, as a reader types words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from graph.drawing.statement_headline import headline
from graph.lookup.search import Name, NameIndex, Rank, name_index
from graph.lookup.statement_context import statement_or_withdrawn
from graph.lookup.statement_ids import ids_beginning, looks_like_id
from graph.model.facts import Facts
from queries.catalogue import questions
from queries.search.search_hits import ORDER, QUESTION, STATEMENT, HitGroup, MatchType, SearchHit
from queries.search.word_matches import Families, has_term, signs, terms

MAX_HITS = 12
MATCH_OF_RANK = {
    Rank.CODE: MatchType.CODE,
    Rank.NAME: MatchType.NAME,
    Rank.SAID: MatchType.NAME,
    Rank.BEGINS: MatchType.BEGINS,
    Rank.INSIDE: MatchType.INSIDE,
    Rank.INITIALS: MatchType.INITIALS,
    Rank.CLOSE: MatchType.CLOSE,
}
Match = tuple[MatchType, str | None]


@dataclass(frozen=True)
class FactsSearch:
    """Facts with an index over their names, ready for many searches."""

    facts: Facts
    index: NameIndex

    def groups(self, typed: str, language: str, limit: int = MAX_HITS) -> tuple[HitGroup, ...]:
        """The hits by kind, the kind with the best hit first; at most `limit` hits of each."""
        by_kind: dict[str, list[SearchHit]] = defaultdict(list)
        for hit in self._things(typed, language):
            by_kind[type(self.facts.things[hit.id]).__name__].append(hit)
        by_kind[STATEMENT] += self._statements(typed, language)
        by_kind[QUESTION] += self._questions(typed, language)
        found_kinds = [(kind, hits) for kind, hits in by_kind.items() if hits]
        found_kinds.sort(key=lambda entry: ORDER.index(entry[1][0].match))
        return tuple(HitGroup(kind, len(hits), tuple(hits[:limit])) for kind, hits in found_kinds)

    @cached_property
    def _families(self) -> Families:
        return Families(self.facts.things, dict(self.index.names))

    def _things(self, typed: str, language: str) -> Iterator[SearchHit]:
        matches = self._matches(typed)
        for code in sorted(matches, key=lambda code: ORDER.index(matches[code][0])):
            match, matched = matches[code]
            name = self.facts.display_name(code, language)
            other = matched if matched != name else None
            yield SearchHit(code, name, match, other, self._families.all_narrower(code))

    def _matches(self, typed: str) -> Mapping[str, Match]:
        """How each thing matches, in the order of the hits of names."""
        hits = self.index.hits(typed, limit=len(self.facts.things))
        matches = {hit.code: (MATCH_OF_RANK[hit.rank], hit.name) for hit in hits}
        by_words = self._by_words(typed, is_exact=any(hit.rank <= Rank.SAID for hit in hits))
        if by_words and all(hit.rank is Rank.CLOSE for hit in hits):
            return by_words
        return {**by_words, **matches}

    def _by_words(self, typed: str, is_exact: bool) -> dict[str, Match]:
        """Things whose names have each word or, if nothing is called so, whose family has."""
        sought, characters = terms(typed), signs(typed)
        matches: dict[str, Match] = {}
        for code, names in self.index.names:
            if sought and all(has_term(term, names) for term in sought):
                matches[code] = MatchType.WORDS, None
            elif not is_exact and len(characters) > 1 and self._families.matches(characters, code):
                matches[code] = MatchType.FAMILY, None
        return matches

    def _statements(self, typed: str, language: str) -> Iterator[SearchHit]:
        facts = self.facts
        if looks_like_id(typed):
            for id in ids_beginning(facts, typed, len(facts.statements) + len(facts.withdrawn)):
                says = headline(facts, statement_or_withdrawn(facts, id), language)
                yield SearchHit(id, says, MatchType.CODE)

    def _questions(self, typed: str, language: str) -> Iterator[SearchHit]:
        sought = terms(typed)
        for key, names in _question_names().items():
            if sought and all(has_term(term, names) for term in sought):
                yield SearchHit(key, questions()[key].title.name(language), MatchType.WORDS)


def facts_search(facts: Facts) -> FactsSearch:
    """The search over these facts."""
    return FactsSearch(facts, name_index(facts.things.values()))


@cache
def _question_names() -> Mapping[str, tuple[Name, ...]]:
    """The texts of each question, ready to be searched: its name, title and sentence."""
    return {
        key: tuple(
            Name(text)
            for text in (
                key.replace("_", " "),
                *(text for named in (entry.title, entry.question) for text in (named.zh, named.en)),
            )
        )
        for key, entry in questions().items()
    }
