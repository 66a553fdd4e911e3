"""Does a part lie in its whole, and not the whole in the part?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.checks.organisation_mentions import is_organisation_named
from drafting.lint.checks.places.mentions import (
    country_is_named,
    is_last_of_level,
    is_meant_by_scope_word,
    is_named,
    mentions,
)
from drafting.lint.checks.places.topic_place import (
    clauses_of_passage,
    is_carried,
    is_subject_of_clause,
)
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.words.word_tables import word_alternatives, word_table
from ontology.schema.kinds import PlaceLevel, Stance, Within

LEVELS = {level.value: rank for rank, level in enumerate(PlaceLevel)}


def check_containment(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """A finding for a whole that the passages do not name and that no name shows.

    What a code list says is not stated by a passage, but may be implied.
    """
    statement = evidence.statement
    if not isinstance(statement, Within) or is_reversed(evidence, names):
        return
    part, whole = statement.part, statement.whole
    is_implied = statement.stance is not Stance.STATED
    if whole not in names.kinds or (is_implied and is_listed_within(evidence, part, whole)):
        return
    if _begins_with(part, whole, names):
        return
    kind = names.kinds[whole]
    if kind == "Organisation":
        is_whole_named = is_organisation_named(evidence, whole, names)
    else:
        is_country = whole in evidence.text.gazetteer.tops
        is_whole_named = is_named(evidence, whole) or (is_country and _is_of_the_country(evidence))
        is_whole_named = is_whole_named or _is_at_its_level(evidence, whole, names)
        is_whole_named = is_whole_named or is_meant_by_scope_word(evidence, whole, names)
        is_whole_named = is_whole_named or is_subject_of_clause(evidence, whole, as_place=True)
        is_whole_named = is_whole_named or _is_around_subject(evidence, whole)
    if not is_whole_named:
        yield evidence.finding(FindingCode.PARTY, "whole", "not_named", name=names.display(whole))


def _is_around_subject(evidence: Evidence, container: str) -> bool:
    """Whether 本省 means the whole of the place that a clause speaks of, or a part may lie in
    the place that the text is about."""
    is_implied = evidence.statement.stance is not Stance.STATED
    gazetteer = evidence.text.gazetteer
    level = gazetteer.names.get(container, "")[-1:]
    is_own = bool(level) and f"本{level}" in evidence.passage
    return any(
        (is_own and container in gazetteer.ancestors(clause.subject or ""))
        or (is_implied and container in clause.home)
        for clause in clauses_of_passage(evidence)
    )


def is_reversed(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the whole lies in the part, by the code list, the levels, the names or the order."""
    statement = evidence.statement
    assert isinstance(statement, Within)
    part, whole = statement.part, statement.whole
    if is_listed_within(evidence, part, whole):
        return False
    if is_listed_within(evidence, whole, part) or _begins_with(whole, part, names):
        return True
    kinds = names.kinds.get(part), names.kinds.get(whole)
    if kinds == ("Place", "Organisation"):
        return True
    if "Place" not in kinds or kinds[0] != kinds[1]:
        return False
    ranks = [LEVELS.get(names.levels.get(code, "")) for code in (part, whole)]
    known_ranks = [rank for rank in ranks if rank is not None and rank < LEVELS["zone"]]
    if len(known_ranks) == 2:
        return known_ranks[0] < known_ranks[1]
    locatives = word_alternatives("locative_words")
    parts = mentions(evidence, part, evidence.stretch)
    wholes = mentions(evidence, whole, evidence.stretch)
    spots = [evidence.stretch.start + m.end() for m in re.finditer(locatives, evidence.passage)]
    if any(wholes[0][0] < spot <= start for spot in spots for start, _ in parts if wholes):
        return True
    return any(end == start for _, end in parts for start, _ in wholes)


def is_listed_within(evidence: Evidence, part: str, container: str) -> bool:
    """Whether a code list says that a part lies in a container."""
    return container in evidence.text.gazetteer.ancestors(part)


def _is_at_its_level(evidence: Evidence, container: str, names: ThingNames) -> bool:
    """Whether a passage begins with the word for a place's level (市卫生局), and the text speaks of
    that place."""
    letters = tuple(row["written"] for row in word_table("level_letters"))
    level = evidence.passage[:1] if evidence.passage.startswith(letters) else ""
    listed_name = evidence.text.gazetteer.names.get(container, "")
    ends = any(name.endswith(level) for name in (listed_name, *names.names.get(container, ())))
    if not (level and ends):
        return False
    return is_carried(evidence, container, names) or is_last_of_level(
        evidence, container, level, names
    )


def _begins_with(longer: str, shorter: str, names: ThingNames) -> bool:
    """Whether a name begins with another's, in full or without the word for its level."""
    stems = set(names.names.get(shorter, ()))
    stems |= {name[:-1] for name in stems if len(name) > 2 and names.kinds[shorter] == "Place"}
    return any(
        name != stem and name.startswith(stem)
        for name in names.names.get(longer, ())
        for stem in stems
    )


def _is_of_the_country(evidence: Evidence) -> bool:
    """Whether the country is named, or a place of its list."""
    return country_is_named(evidence) or any(
        evidence.text.places_in(stretch) for stretch in evidence.stretches
    )
