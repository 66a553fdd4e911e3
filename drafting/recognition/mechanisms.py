"""Mechanisms in a clean text: by a name, or the nearest by shared letters."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from drafting.text.clean_text import CleanText
from drafting.text.overlaps import without_overlaps
from drafting.words.word_tables import pairs
from graph.model.facts import Facts
from ontology.schema.kinds import Adoption, Mechanism

NO_LETTERS = re.compile(r"[\W_]+")
# A single letter counts less than a pair; coverage of the name counts more than of the phrase.
LETTER_WEIGHT, NAME_SHARE, PHRASE_SHARE = 0.25, 0.6, 0.4
# How much the words around a phrase count, the phrase itself counting 1.
CONTEXT_WEIGHT = 0.4
# How much it counts that words of the phrase, or of its context, describe a mechanism.
DESCRIPTION_WEIGHT, CONTEXT_DESCRIPTION_WEIGHT = 0.15, 0.05
# The least share of a mechanism's name that a description's word for it has, and how close to the
# best share others may be.
MIN_NAME_SHARE, MAX_SHARE_DIFFERENCE = 0.5, 0.05
SURE_SHARE = 0.9


@dataclass(frozen=True, order=True)
class RecognisedMechanism:
    """A name of mechanisms: characters `start` to `end` of the clean text read `words`."""

    start: int
    end: int
    codes: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class MechanismLexicon:
    """The names of mechanisms by code, in simplified characters."""

    names: Mapping[str, frozenset[str]]

    @cached_property
    def codes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of each name of at least two letters."""
        codes: dict[str, list[str]] = defaultdict(list)
        for code, names in sorted(self.names.items()):
            for name in names:
                if len(name) > 1:
                    codes[name].append(code)
        return {name: tuple(values) for name, values in codes.items()}

    def mentions(self, text: str) -> tuple[RecognisedMechanism, ...]:
        """Names that stand in a clean text, without overlaps, the longest first choice."""
        matches = (
            RecognisedMechanism(*match.span(), self.codes[name], name)
            for name in self._names_by_length
            if name in text
            for match in re.finditer(re.escape(name), text)
        )
        return tuple(sorted(without_overlaps(matches, lambda name: (name.start, name.end))))

    @cached_property
    def _names_by_length(self) -> tuple[str, ...]:
        """The names, the longest first."""
        return tuple(sorted(self.codes, key=lambda name: (-len(name), name)))

    def nearest(
        self, phrase: str, count: int = 5, context: str = ""
    ) -> tuple[tuple[str, float], ...]:
        """The mechanisms whose names share most with a phrase, as (code, share from 0 to 1).

        Letters and pairs of letters weigh by how few names have them (inverse document frequency).
        Letters shared with the context, such as the clause of a phrase, count less. With a context,
        the words that names say for words of the phrase and of the context count like these.
        """
        shares = self._shares(with_synonyms(phrase) if context else phrase)
        if context:
            context_shares = self._shares(with_synonyms(context))
            shares = {
                code: (share + CONTEXT_WEIGHT * context_shares.get(code, 0)) / (1 + CONTEXT_WEIGHT)
                for code, share in shares.items()
            }
            for words, weight in (
                (phrase, DESCRIPTION_WEIGHT),
                (context, CONTEXT_DESCRIPTION_WEIGHT),
            ):
                for code, share in self._described_shares(words).items():
                    shares[code] = shares.get(code, 0) + weight * share
        ordered = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
        return tuple((code, share) for code, share in ordered[:count] if share > 0)

    def is_described(self, text: str) -> bool:
        """Whether words of a text describe a mechanism by a word that means no other."""
        return any(share > SURE_SHARE for share in self._described_shares(text).values())

    def _described_shares(self, text: str) -> Mapping[str, float]:
        """The mechanisms that words of a text describe without a name, with their shares."""
        shares: dict[str, float] = {}
        for written, mechanisms in self._descriptions.items():
            if written in text:
                for code, share in mechanisms.items():
                    shares[code] = max(share, shares.get(code, 0))
        return shares

    @cached_property
    def _descriptions(self) -> Mapping[str, Mapping[str, float]]:
        """The mechanisms that each word of the table describes, with their shares."""
        rows = pairs("mechanism_descriptions", "also").items()
        return {written: self._of_names(names.split()) for written, names in rows}

    def _of_names(self, names: Iterable[str]) -> Mapping[str, float]:
        """The mechanisms nearest to any of these names, each compared alone."""
        nearest: dict[str, float] = {}
        for shares in map(self._shares, names):
            min_share = max(MIN_NAME_SHARE, max(shares.values(), default=0) - MAX_SHARE_DIFFERENCE)
            likely = {code: share for code, share in shares.items() if share >= min_share}
            nearest |= {code: max(share, nearest.get(code, 0)) for code, share in likely.items()}
        return nearest

    def _shares(self, phrase: str) -> Mapping[str, float]:
        """The share of each mechanism in a phrase, by the name that shares most."""
        parts = _parts(phrase)
        phrase_weight = self._weight(parts)
        if not phrase_weight:
            return {}
        shares: dict[str, float] = {}
        for code, vectors in self._vectors.items():
            for vector, weight in vectors:
                if parts.isdisjoint(vector):
                    continue
                shared = self._weight(parts & vector)
                share = shared * (NAME_SHARE / weight + PHRASE_SHARE / phrase_weight)
                shares[code] = max(shares.get(code, 0), share)
        return shares

    @cached_property
    def _vectors(self) -> Mapping[str, tuple[tuple[frozenset[str], float], ...]]:
        """The parts of each name, and their weight, by code."""
        vectors = {
            code: [(parts, self._weight(parts)) for parts in map(_parts, sorted(names)) if parts]
            for code, names in self.names.items()
        }
        return {code: tuple(values) for code, values in vectors.items()}

    @cached_property
    def _frequencies(self) -> tuple[Mapping[str, int], int]:
        """How many names have each part, and how many names there are."""
        names = [name for names in self.names.values() for name in names]
        return Counter(part for name in names for part in _parts(name)), len(names)

    def _weight(self, parts: Iterable[str]) -> float:
        frequencies, count = self._frequencies
        # the terms are added in a fixed order, so that every run gives the same sum
        return math.fsum(
            math.log((count + 2) / (1 + frequencies.get(part, 0)))
            * (LETTER_WEIGHT if len(part) == 1 else 1)
            for part in parts
        )


def mechanism_lexicon(facts: Facts, without_source: str | None = None) -> MechanismLexicon:
    """The names that a facts folder gives to its mechanisms, and their local names.

    `without_source` leaves out one source: its local names, and the mechanisms that only it has
    with all their names. Other names stay because the table does not say which source they are
    from.
    """
    others = [a for a in facts.statements_of(Adoption) if a.source != without_source]
    used = {adoption.mechanism for adoption in others}
    names: dict[str, set[str]] = {}
    for code, thing in facts.things.items():
        if isinstance(thing, Mechanism) and (without_source is None or code in used):
            names[code] = {name for name in (thing.name_zh, *thing.alt_names) if name}
    for adoption in others:
        if adoption.local_name and adoption.mechanism in names:
            names[adoption.mechanism].add(adoption.local_name)
    return MechanismLexicon(
        {code: frozenset(CleanText(name).text for name in values) for code, values in names.items()}
    )


def _parts(text: str) -> frozenset[str]:
    """The letters and pairs of letters of a text, without signs and spaces."""
    letters = NO_LETTERS.sub("", text)
    return frozenset(letters) | {letters[i : i + 2] for i in range(len(letters) - 1)}


def with_synonyms(text: str) -> str:
    """A text and the words that names of things often say for its words, a line for each."""
    words = (also for written, also in _synonyms() if written in text)
    return "\n".join(dict.fromkeys([text, *words]))


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    return tuple(pairs("name_synonyms", "also").items())
