"""What a facts folder lets a drafter recognise: places, mechanisms, and other things by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from drafting.recognition.gazetteer import Gazetteer, gazetteer
from drafting.recognition.mechanisms import MechanismLexicon, mechanism_lexicon
from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from graph.model.statement_content import snake


@dataclass(frozen=True)
class NamedThings:
    """The codes of things by table (`organisation`) and by simplified name."""

    codes: Mapping[str, Mapping[str, str]]

    def code(self, table: str, name: str) -> str | None:
        """The code of the thing of a table that bears this name."""
        return self.codes.get(table, {}).get(name)

    def names(self, table: str) -> Mapping[str, str]:
        """All names of a table's things with their codes."""
        return self.codes.get(table, {})


NOTHING_NAMED = NamedThings({})


@dataclass(frozen=True)
class Vocabulary:
    """All names of a facts folder; built once, used for many articles."""

    gazetteer: Gazetteer
    lexicon: MechanismLexicon
    named: NamedThings = NOTHING_NAMED


def vocabulary(facts: Facts) -> Vocabulary:
    """The vocabulary of a facts folder."""
    return Vocabulary(gazetteer(facts), mechanism_lexicon(facts), named_things(facts))


def named_things(facts: Facts) -> NamedThings:
    """The Chinese names of all things; a name that several things of a table bear names none."""
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
