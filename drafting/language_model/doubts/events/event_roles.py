"""Whether the sort of an event, its name, and the words around a party fit the party's part.

Only a visit has someone who is visited, and only a document an issuer. The name 甲县赴乙县考察 says
who visits whom, and 甲县成立医院 whose deed it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from drafting.language_model.doubts.events.event_parts import arrival_pattern
from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.words.word_tables import alternatives, pairs
from ontology.schema.enums import EventType, Part
from ontology.schema.kinds import Happening

# The parts that parties have in visits and documents; other events have the rest.
VISIT_PARTS = (Part.VISITED, Part.PARTICIPANT, Part.ORGANISER)
OTHER_PARTS = (Part.ORGANISER, Part.HOST, Part.PARTICIPANT)
# What is issued besides documents, and the events that are the deed of who begins their name.
ISSUED_EVENTS = (EventType.DOCUMENT, EventType.REFORM)
DEEDS = (
    EventType.LAUNCH,
    EventType.REFORM,
    EventType.CONFERENCE,
    EventType.CAMPAIGN,
    EventType.MEETING,
)
# Words of motion in the name of a visit, and words by which an event has several parties.
MOVES, JOINS = re.compile("(?<!互)[到赴去来往访]|走进"), re.compile("[与和同到赴]|加入")
LEVEL_LETTERS, MIN_STEM = "省市县区州旗镇乡", 2
# Who founds or calls together; a place at which a meeting is held stands before other words.
FOUNDS = "成立|组建|创办|建成|办起|发起|开办|组成|设立|创立"
CALLS = "召开|召集|举办|主办|组织召开|主持召开"
IS_HELD = "召开|举行|举办|成立|召集"
LIST, PREPOSITIONS = "(?:、[^，。；、]{1,8}){0,6}", re.compile("[在到来赴于由与同和对]$")
TAKES_PART, WORD_FOR_WITH = (
    "(?:共同)?(?:参加|参与|为龙头|作了?发言|发言|与会|出席)",
    re.compile("(?:又?[同与和]|以)$"),
)
WORD_FOR_IN = re.compile("(?:^|[^存处现设正])在[^，。；、在]{0,8}$")
IN_A_PLACE = "(?:在[^，。；、]{1,10}?)?[^，。；、在与和同]{0,6}?"
# How far before a guest a word of motion is looked for, and how many letters besides the names of
# places may stand between: a row of those who are visited.
LEAD, MAX_LETTERS_BETWEEN = 60, 2
BETWEEN_PLACES = re.compile("[、和及与，的省市县区三四两五]")


def role_doubts(evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The codes of the doubts about a party's part; none for an event without a type."""
    statement = evidence.statement
    type_name = isinstance(statement, Happening) and names.event_types.get(statement.event)
    if not type_name:
        return
    assert isinstance(statement, Happening)
    event_type = EventType(type_name)
    if not _has_part(event_type, statement.role):
        yield FindingCode.TRIGGER.value
    elif _is_named_otherwise(statement, event_type, names):
        yield FindingCode.PARTY.value
    elif event_type is EventType.VISIT:
        is_guest = statement.role is not Part.VISITED
        if is_guest and _holds_for_all(evidence, names, _stands_in_row_of_visited):
            yield FindingCode.PARTY.value
    elif any(_holds_for_all(evidence, names, rule) for rule in RULES.get(statement.role, ())):
        yield FindingCode.PARTY.value


def _has_part(event_type: EventType, role: Part) -> bool:
    """Whether an event of a type can have a party with a part."""
    if role is Part.ISSUER:
        return event_type in ISSUED_EVENTS
    if event_type is EventType.DOCUMENT:
        return False
    return role in (VISIT_PARTS if event_type is EventType.VISIT else OTHER_PARTS)


def _is_named_otherwise(statement: Happening, event_type: EventType, names: ThingNames) -> bool:
    """Whether the event's name gives its party another part by the place where it stands."""
    name = next(iter(names.names.get(statement.event, ())), "")
    starts = [name.find(form) for form in _forms(statement.participant, names) if form in name]
    if not starts:
        return False
    if event_type is EventType.VISIT:
        move = MOVES.search(name)
        is_behind = move is not None and min(starts) > move.start()
        return move is not None and is_behind != (statement.role is Part.VISITED)
    is_own = event_type in DEEDS and min(starts) == 0 and not JOINS.search(name)
    return is_own and statement.role in (Part.HOST, Part.PARTICIPANT)


def _forms(code: str, names: ThingNames) -> set[str]:
    """The names of a party, also without the last letter that tells the level of a place."""
    forms = {name for name in names.names.get(code, ()) if not name.isascii()}
    stems = {form[:-1] for form in forms if form[-1] in LEVEL_LETTERS and len(form) > MIN_STEM}
    return forms | stems


Rule = Callable[[Evidence, int, int], bool]


def _holds_for_all(evidence: Evidence, names: ThingNames, rule: Rule) -> bool:
    """Whether a rule holds for every mention of the party in the passage."""
    statement = evidence.statement
    assert isinstance(statement, Happening)
    spans = named_spans(evidence, statement.participant, names, evidence.stretch)
    return bool(spans) and all(rule(evidence, start, end) for start, end in spans)


def _stands_in_row_of_visited(evidence: Evidence, start: int, end: int) -> bool:
    """Whether only names of places stand between a word of motion and a party: 赴甲县、【乙县】."""
    text = evidence.text.clean.text
    first = max(0, start - LEAD)
    moves = list(_motion().finditer(text, first, start))
    if not moves or arrival_pattern().match(text, end):
        return False
    between, position = [], moves[-1].end()
    for place in evidence.text.places:
        if position <= place.start and place.end <= start:
            between.append(text[position : place.start])
            position = place.end
    rest = BETWEEN_PLACES.sub("", "".join([*between, text[position:start]]))
    return len(rest) <= MAX_LETTERS_BETWEEN


def _founds(evidence: Evidence, start: int, end: int) -> bool:
    """Whether a party, alone or with those beside it, founds something: 甲县、乙县成立联盟."""
    text = evidence.text.clean.text
    founds = re.compile(f"{LIST}[^，。；、]{{0,6}}(?:{FOUNDS})")
    return bool(founds.match(text, end)) and not PREPOSITIONS.search(text[:start])


def _calls(evidence: Evidence, start: int, end: int) -> bool:
    """Whether a party calls a meeting, wherever that is held: 甲省在乙县召开现场会."""
    text = evidence.text.clean.text
    calls = re.compile(f"{IN_A_PLACE}(?:{CALLS})")
    return bool(calls.match(text, end)) and not PREPOSITIONS.search(text[:start])


def _is_where_held(evidence: Evidence, start: int, end: int) -> bool:
    """Whether an event is held at a party: 在甲县召开."""
    text = evidence.text.clean.text
    is_held = re.compile(f"[^，。；、]{{0,4}}(?:{IS_HELD})")
    return bool(WORD_FOR_IN.search(text[max(0, start - 12) : start]) and is_held.match(text, end))


def _joins(evidence: Evidence, start: int, end: int) -> bool:
    """Whether a party only takes part in the deed of another: 由甲县发起、【乙县】参与."""
    text = evidence.text.clean.text
    joins = re.compile(f"{LIST}(?:等[^，。；]{{0,6}})?{TAKES_PART}")
    return bool(WORD_FOR_WITH.search(text[:start]) or joins.match(text, end))


RULES: dict[Part, tuple[Rule, ...]] = {
    Part.HOST: (_calls, _founds),
    Part.PARTICIPANT: (_calls, _founds, _is_where_held),
    Part.ORGANISER: (_is_where_held, _joins),
}


@cache
def _motion() -> re.Pattern[str]:
    words = alternatives(pairs("motion_words", "how", how="visited", always="yes"))
    return re.compile(f"{words}|走访了?|(?<![得达来回直看收])到")
