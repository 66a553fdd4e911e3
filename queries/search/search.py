"""One search over things, statements and questions, as a reader types words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.drawing.statement_headline import headline
from graph.lookup.search import NameIndex, Rank, name_index
from graph.lookup.statement_context import statement_or_withdrawn
from graph.lookup.statement_ids import StatementIds, looks_like_id
from graph.model.facts import Facts
from queries.search.common_words import without_common_words
from queries.search.names_in_text import names_in_text
from queries.search.question_hits import asks_titled_question, question_group
from queries.search.search_hits import (
    MATCH_ORDER,
    PASSAGE,
    SOURCE_TEXT,
    STATEMENT,
    HitGroup,
    MatchType,
    SearchHit,
)
from queries.search.text_index import TextHit, TextIndex
from queries.search.word_matches import Families, signs, terms
from queries.thing_questions import questions_for

MAX_HITS = 12
# If so many things have the typed name, related things are not searched.
MANY_HITS = 100
MATCH_OF_RANK = {
    Rank.CODE: MatchType.CODE,
    Rank.NAME: MatchType.NAME,
    Rank.SPELLED: MatchType.NAME,
    Rank.BEGINS: MatchType.BEGINS,
    Rank.INSIDE: MatchType.INSIDE,
    Rank.INITIALS: MatchType.INITIALS,
    Rank.CLOSE: MatchType.CLOSE,
}
Match = tuple[MatchType, str | None]


@dataclass(frozen=True)
class FactsSearch:
    """Facts with an index over their names, and over the reader's texts if there are any."""

    facts: Facts
    index: NameIndex
    texts: TextIndex | None = None

    def groups(self, typed_text: str, language: str, limit: int = MAX_HITS) -> tuple[HitGroup, ...]:
        """The hits by kind, the kind with the best hit first; at most `limit` hits of each.

        A sentence that matches nothing as a whole has the things and questions that it names, or
        what matches its words without those that stand in any sentence. What is only called
        similarly is listed if nothing else is found.
        """
        whole_text_groups = self.groups_of_whole_text(typed_text, language, limit)
        if whole_text_groups and not _is_guess(whole_text_groups):
            return whole_text_groups
        if sentence_groups := self._groups_of_sentence(typed_text, language, limit):
            return sentence_groups
        rest_groups = self.groups_of_whole_text(without_common_words(typed_text), language, limit)
        return whole_text_groups if _is_guess(rest_groups) else rest_groups or whole_text_groups

    def _groups_of_sentence(
        self, typed_text: str, language: str, limit: int
    ) -> tuple[HitGroup, ...]:
        """The things that a sentence names, and the questions that it asks of them.

        The questions come first if the rest of the sentence stands in the title of one.
        """
        names = names_in_text(typed_text, self.index.lookup)
        matches = dict.fromkeys(names.codes, (MatchType.WORDS, None))
        groups = [*self._by_kind(matches, language, limit)]
        if groups:
            group = question_group(names.other_words, language, limit)
            hits = tuple(self._question_of_thing(hit, names.codes) for hit in group.hits)
            is_first = bool(hits) and asks_titled_question(names.other_words, hits[0])
            groups.insert(0 if is_first else len(groups), replace(group, hits=hits))
        return tuple(group for group in groups if group.hits)

    def _question_of_thing(self, hit: SearchHit, codes: Sequence[str]) -> SearchHit:
        """A question with the first of these things that it can be asked of."""
        for code in codes:
            for match in questions_for(self.facts, code):
                if match.question.key == hit.id:
                    return replace(hit, values=((match.parameter, code),))
        return hit

    def groups_of_whole_text(
        self, typed_text: str, language: str, limit: int
    ) -> tuple[HitGroup, ...]:
        """The hits of the text as a whole, which is not read as a sentence; see `groups`."""
        groups = [*self._by_kind(self._matches(typed_text), language, limit)]
        groups += [
            self._statement_group(typed_text, language, limit),
            question_group(typed_text, language, limit),
        ]
        groups += self._text_groups(typed_text, language, limit)
        hit_groups = [group for group in groups if group.hits]
        return tuple(sorted(hit_groups, key=lambda group: MATCH_ORDER.index(group.hits[0].match)))

    def _by_kind(
        self, matches: Mapping[str, Match], language: str, limit: int
    ) -> Iterator[HitGroup]:
        """The things that match as groups of their kinds."""
        by_kind: dict[str, list[str]] = defaultdict(list)
        for code in sorted(matches, key=lambda code: MATCH_ORDER.index(matches[code][0])):
            by_kind[type(self.facts.things[code]).__name__].append(code)
        for kind, codes in by_kind.items():
            hits = tuple(self._hit(code, matches[code], language) for code in codes[:limit])
            yield HitGroup(kind, len(codes), hits)

    @cached_property
    def _families(self) -> Families:
        return Families(self.facts.things, self.index.lookup)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The place of each thing among the facts, by its code."""
        return {code: place for place, code in enumerate(self.facts.things)}

    @cached_property
    def _ids(self) -> StatementIds:
        return StatementIds(self.facts)

    def _hit(self, code: str, match: Match, language: str) -> SearchHit:
        name = self.facts.display_name(code, language)
        other_name = match[1] if match[1] != name else None
        return SearchHit(code, name, match[0], other_name, self._families.all_narrower(code))

    def _matches(self, typed_text: str) -> Mapping[str, Match]:
        """How each thing matches, in the order of the hits of names."""
        hits = self.index.hits(typed_text, limit=len(self.facts.things))
        matches = {hit.code: (MATCH_OF_RANK[hit.rank], hit.name) for hit in hits}
        is_exact = any(hit.rank <= Rank.SPELLED for hit in hits)
        by_words = self._by_words(typed_text, with_families=not is_exact and len(hits) < MANY_HITS)
        if by_words and all(hit.rank is Rank.CLOSE for hit in hits):
            return by_words
        return {**by_words, **matches}

    def _by_words(self, typed_text: str, *, with_families: bool) -> dict[str, Match]:
        """Things whose names have each word; if there are few, also by their family's names."""
        search_terms, characters = terms(typed_text), signs(typed_text)
        matches: dict[str, Match] = {}
        if with_families and len(characters) > 1:
            matches = dict.fromkeys(
                self._families.codes_by_family(characters), (MatchType.FAMILY, None)
            )
        matches |= dict.fromkeys(
            self._families.codes_with_words(search_terms), (MatchType.WORDS, None)
        )
        return {code: matches[code] for code in sorted(matches, key=self._places.__getitem__)}

    def _statement_group(self, typed_text: str, language: str, limit: int) -> HitGroup:
        ids = self._ids.matching_ids(typed_text) if looks_like_id(typed_text) else ()
        hits = tuple(self._statement(id, language) for id in ids[:limit])
        return HitGroup(STATEMENT, len(ids), hits)

    def _text_groups(self, typed_text: str, language: str, limit: int) -> Iterator[HitGroup]:
        """The passages and the sources that have the words."""
        if self.texts is None:
            return
        for kind in (PASSAGE, SOURCE_TEXT):
            count, hits = self.texts.hits(typed_text, kind, limit)
            search_hits = (self._text_hit(kind, hit, language) for hit in hits)
            yield HitGroup(kind, count, tuple(search_hits))

    def _text_hit(self, kind: str, hit: TextHit, language: str) -> SearchHit:
        facts = self.facts
        if kind == PASSAGE:
            name = headline(facts, facts.statements[hit.id], language)
        else:
            name = facts.display_name(hit.id, language)
        return SearchHit(hit.id, name, MatchType.TEXT, hit.excerpt)

    def _statement(self, id: str, language: str) -> SearchHit:
        says = headline(self.facts, statement_or_withdrawn(self.facts, id), language)
        return SearchHit(id, says, MatchType.CODE)


def facts_search(
    facts: Facts, texts: TextIndex | None = None, index: NameIndex | None = None
) -> FactsSearch:
    """The search over these facts, and over texts that the reader holds.

    An index over their names may be at hand.
    """
    return FactsSearch(facts, index or name_index(facts.things.values()), texts)


def _is_guess(groups: Sequence[HitGroup]) -> bool:
    """Whether all that is found is only called similarly."""
    return bool(groups) and groups[0].hits[0].match is MatchType.CLOSE
