"""The names of a facts folder for drafters: places, mechanisms, and other things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from drafting.recognition.gazetteer import Gazetteer, gazetteer
from drafting.recognition.mechanisms import MechanismLexicon, mechanism_lexicon
from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.kinds import Indicator, Measurement

# The share of letters from which a less used indicator of labels is likelier.
LIKE_LABEL = 0.3


@dataclass(frozen=True)
class NamedThings:
    """The codes of things by table (`organisation`) and by simplified name."""

    codes: Mapping[str, Mapping[str, str]]

    def code(self, table: str, name: str) -> str | None:
        """The code of the thing of a table that has this name."""
        return self.codes.get(table, {}).get(name)

    def names(self, table: str) -> Mapping[str, str]:
        """All names of a table's things with their codes."""
        return self.codes.get(table, {})


NO_NAMED_THINGS = NamedThings({})


@dataclass(frozen=True)
class IndicatorLexicon:
    """The names of indicators by code, their units, and those of labels, the most used first.

    A label is a figure that only counts the parts of a name.
    """

    names: Mapping[str, frozenset[str]]
    units: Mapping[str, str]
    of_labels: tuple[str, ...] = ()

    def nearest(self, phrase: str, unit: str, count: int = 5) -> tuple[tuple[str, float], ...]:
        """The indicators of a unit whose names share most with a phrase, as (code, share)."""
        every = self._lexicon.nearest(phrase, len(self.names))
        return tuple((code, share) for code, share in every if self.units[code] == unit)[:count]

    def for_label(self, phrase: str) -> tuple[str, ...]:
        """The indicators of labels: first those that share most with a phrase, then the rest."""
        shares = dict(self._lexicon.nearest(phrase, len(self.names)))
        likely = [code for code in self.of_labels if shares.get(code, 0) >= LIKE_LABEL]
        return tuple(dict.fromkeys([*likely, *self.of_labels]))

    @cached_property
    def _lexicon(self) -> MechanismLexicon:
        return MechanismLexicon(self.names)


NO_INDICATORS = IndicatorLexicon({}, {})


@dataclass(frozen=True)
class Vocabulary:
    """All names of a facts folder; built once, used for many articles."""

    gazetteer: Gazetteer
    lexicon: MechanismLexicon
    named_things: NamedThings = NO_NAMED_THINGS
    indicators: IndicatorLexicon = NO_INDICATORS


def vocabulary(facts: Facts) -> Vocabulary:
    """The vocabulary of a facts folder."""
    return Vocabulary(
        gazetteer(facts), mechanism_lexicon(facts), named_things(facts), indicator_lexicon(facts)
    )


def named_things(facts: Facts) -> NamedThings:
    """The Chinese names of all things, without names that several things of a table have."""
    bearers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for code, thing in facts.things.items():
        for name in filter(None, (thing.name_zh, *thing.alt_names)):
            bearers[snake(type(thing).__name__)][CleanText(name).text].add(code)
    return NamedThings(
        {
            table: {name: next(iter(codes)) for name, codes in names.items() if len(codes) == 1}
            for table, names in bearers.items()
        }
    )


def indicator_lexicon(facts: Facts) -> IndicatorLexicon:
    """The indicators of a facts folder with their Chinese names."""
    things = facts.things_of(Indicator)
    names = {
        thing.code: frozenset(
            CleanText(name).text for name in (thing.name_zh, *thing.alt_names) if name
        )
        for thing in things
    }
    labels = Counter(row.indicator for row in facts.statements_of(Measurement) if row.counts)
    codes = [code for code, _ in sorted(labels.items(), key=lambda item: (-item[1], item[0]))]
    return IndicatorLexicon(
        names,
        {thing.code: thing.unit for thing in things},
        tuple(code for code in codes if code in names),
    )
