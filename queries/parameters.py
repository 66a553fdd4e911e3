"""Turns what a person types for a thing into its code: a code, or a name in any language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

from graph.lookup.search import name_index
from graph.lookup.thing_context import enclosing_codes
from graph.model.facts import Facts
from ontology.labels.labels import choice_key, name
from ontology.schema.edtf import BadDate, edtf_interval
from ontology.schema.kinds import Stance, Thing
from queries.catalogue import BadParameter, Clock, Question, QuestionParameter, ValueType
from texts.tables import ANSWERS, LANGUAGES

# The stores hold whole numbers of 64 bits.
MAX_DIGITS = 18
# How many candidates a message gives.
MAX_CANDIDATES = 5


def choices(facts: Facts, kinds: Collection[str]) -> list[Thing]:
    """All things of these kinds, by code."""
    return [thing for thing in facts.things.values() if type(thing).__name__ in kinds]


def value_of(facts: Facts, parameter: QuestionParameter, typed_text: str) -> str | int:
    """The value that a parameter takes for what a person typed; raises BadParameter."""
    match parameter.type:
        case ValueType.NUMBER:
            if not typed_text.isdecimal() or len(typed_text) > MAX_DIGITS:
                raise BadParameter(f"{parameter.key}: {typed_text} → 0, 1, 2 …")
            return int(typed_text)
        case ValueType.STANCE:
            if typed_text not in list(Stance):
                raise BadParameter(f"{parameter.key}: {typed_text} → {', '.join(Stance)}")
            return typed_text
        case ValueType.CLOCK:
            return _clock(facts, parameter, typed_text)
        case ValueType.FIRST_DAY | ValueType.LAST_DAY:
            return _day(facts, parameter, typed_text)
        case kinds:
            return code_of(facts, kinds, typed_text)


def values_of(
    facts: Facts, question: Question, typed_texts: Mapping[str, str]
) -> dict[str, str | int]:
    """The values of all parameters for what a person typed; the worked example's for nothing.

    Raises BadParameter.
    """
    if not typed_texts:
        return example_values(facts, question)
    texts = question.values_to_ask_with(typed_texts)
    return {
        parameter.key: value_of(facts, parameter, str(texts[parameter.key]))
        for parameter in question.parameters
    }


def example_values(facts: Facts, question: Question) -> dict[str, str | int]:
    """The values of the worked example; raises BadParameter if the facts lack a thing of it.

    An answer about a thing that is not there would be an empty table, which says that nothing is
    known of it.
    """
    for parameter in question.parameters:
        is_thing = not isinstance(parameter.type, ValueType)
        if is_thing and parameter.example not in facts.things:
            kinds = tuple(map(str, parameter.type))
            candidates = "; ".join(_first_candidates(facts, kinds))
            raise BadParameter(f"{parameter.key}: {parameter.example} → ? {candidates}".rstrip())
    return question.example()


def code_of(facts: Facts, kinds: Collection[str], typed_text: str) -> str:
    """The code that is meant: typed as itself, or as a name in either script or in pinyin.

    Never a guess: raises BadParameter, with candidates, if nothing or more than one thing has
    this name. A candidate tells in what it lies, for two may have all else in common.
    """
    if type(facts.things.get(typed_text)).__name__ in kinds:
        return typed_text  # a page knows the code, and an index over all names takes its time
    index = name_index(choices(facts, kinds))
    code = index.meaning(typed_text)
    if code is None:
        candidates = [
            _candidate(facts, hit.code) for hit in index.hits(typed_text, limit=MAX_CANDIDATES)
        ]
        candidates = candidates or _first_candidates(facts, kinds)
        raise BadParameter(f"{typed_text} → ? {'; '.join(candidates)}".rstrip())
    return code


def _first_candidates(facts: Facts, kinds: Collection[str]) -> list[str]:
    """The first of these kinds, where nothing is like what was typed."""
    codes = [thing.code for thing in choices(facts, kinds)]
    ellipsis = ["…"] if len(codes) > MAX_CANDIDATES else []
    return [_candidate(facts, code) for code in codes[:MAX_CANDIDATES]] + ellipsis


def _candidate(facts: Facts, code: str) -> str:
    thing = facts.things[code]
    enclosing = [facts.things[place].name("zh") for place in enclosing_codes(facts, code)[:1]]
    names = [name for name in (thing.name_zh, thing.name_en) if name]
    if not enclosing:  # a code list may distinguish things with the same name
        names = list(dict.fromkeys(facts.display_name(code, language) for language in LANGUAGES))
    return f"{code} ({', '.join((*names, *enclosing))})"


def clocks(facts: Facts) -> list[str]:
    """The clocks by which these facts can be asked; without releases there is one."""
    return [clock for clock in Clock if clock is Clock.DATE or facts.releases]


def choice_label(value: str, language: str) -> str:
    """A stance or a clock, the values that are neither typed nor things, in `zh` or `en`."""
    if value in list(Clock):
        return ANSWERS.say(f"clock_{value}", language)
    return name(choice_key(Stance(value)), language)


def _clock(facts: Facts, parameter: QuestionParameter, typed_text: str) -> str:
    if typed_text not in clocks(facts):
        raise BadParameter(f"{parameter.key}: {typed_text} → {', '.join(clocks(facts))}")
    return typed_text


def _day(facts: Facts, parameter: QuestionParameter, typed_text: str) -> str:
    """The day that is meant by a date or by the version of a release.

    As first day a release is the day after it: what was not yet known with it.
    """
    is_first = parameter.type is ValueType.FIRST_DAY
    for release in facts.releases:
        if release.version == typed_text:
            return (release.day + timedelta(days=is_first)).isoformat()
    try:
        days = edtf_interval(typed_text)
        day = days.earliest if is_first else days.latest
    except BadDate:
        day = None
    if day is None:
        likely = ["2020", "2020-06", "2020-06-30", *(entry.version for entry in facts.releases)]
        raise BadParameter(f"{parameter.key}: {typed_text} → {', '.join(likely)}")
    return day.isoformat()
