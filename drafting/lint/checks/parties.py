"""Checks whether the passages name the actors, and not only the places that they lie in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafting.lint.checks.organisation_mentions import (
    is_organisation_named,
    names_a_third,
)
from drafting.lint.checks.places.mentions import (
    country_is_named,
    is_meant_by_scope_word,
    is_named,
    is_one_of_several,
    is_only_a_container,
    is_only_a_lesson_end,
)
from drafting.lint.checks.places.topic_place import (
    clauses_of_passage,
    country_is_subject,
    has_own_subject,
    is_carried,
    is_home_meant,
    is_last_named_beside,
    is_named_before_in_clause,
    is_subject_left_out,
    is_subject_of_clause,
    is_topic,
)
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.words.word_tables import word_alternatives
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import (
    Borders,
    Cooperation,
    Endorsement,
    Happening,
    Issuance,
    LearnedFrom,
    Part,
    Stance,
    Statement,
    Within,
)

# Kinds that are about wholes, or that name a place by its experience.
OF_WHOLES = (Within, Borders, Endorsement, LearnedFrom)
# Kinds that state an act of the source's publisher: a title need not name its issuer.
OF_DOCUMENTS = (Issuance, Endorsement)

# The fields of who acts, and of who is learned from.
SUBJECTS, TEACHER = ("adopter", "learner", "subject", "designee", "holder"), "teacher"

# The fields of who may be the subject of a clause that does not name it.
ACTORS = (*SUBJECTS, "participant", "one", "part")

# The fields of the end of a link of which a text may go on to speak.
OTHER_ENDS = ("one", "other", "group", "endorsed")

# The field of what a sentence makes of those whom the passage names.
MADE_BEHIND = ("group",)

# The fields of who cannot be named only as whom others learn from.
LEARNERS = ("learner", "adopter", "designee")

# The field that says how far a place is the first.
SCOPE = "pioneer_in"


def check_parties(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on the places and organisations that a statement names."""
    statement = evidence.statement
    for field in reference_fields(type(statement)):
        code = getattr(statement, field.name)
        kind = names.kinds.get(code or "", "")
        if field.name == "whole" or not isinstance(code, str):
            continue
        if kind == "Place":
            yield from _place(evidence, field.name, code, names)
        elif kind == "Organisation" and not (
            is_organisation_named(evidence, code, names)
            or _is_organisation_meant(evidence, field.name, code, names)
        ):
            yield _party_finding(evidence, field.name, code, names)


def _is_organisation_meant(evidence: Evidence, field: str, code: str, names: ThingNames) -> bool:
    """Whether a passage speaks of an organisation that is named around it, or that published it."""
    if is_home_meant(evidence, code) or is_other_end_at_home(evidence, field, code):
        return True
    if field in ACTORS and is_subject_of_clause(evidence, code):
        return True
    is_made = field in MADE_BEHIND and not evidence.statement.also_at
    if is_made and is_organisation_named(evidence.rest_of_sentence, code, names):
        return True
    is_led = field in OTHER_ENDS and not names_a_third(evidence, names)
    return is_led and is_organisation_named(evidence.led, code, names)


def _is_publisher(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the source itself is an act of a place's government, as its publisher's name says."""
    published_by = names.publishers.get(evidence.statement.source, ())
    if code in evidence.text.gazetteer.tops:
        organs = re.compile(word_alternatives("country_organs"))
        return any(organs.match(name) for name in published_by)
    places = (evidence.text.gazetteer.names.get(code), *names.names.get(code, ()))
    return any(place and name.startswith(place) for name in published_by for place in places)


def _place(evidence: Evidence, field: str, code: str, names: ThingNames) -> Iterator[Finding]:
    if isinstance(evidence.statement, OF_DOCUMENTS) and _is_publisher(evidence, code, names):
        return
    is_meant = is_meant_by_scope_word(evidence, code, names, is_scope=field == SCOPE)
    if is_named(evidence, code):
        if field in LEARNERS and not is_meant and is_only_a_lesson_end(evidence, code):
            yield evidence.finding(
                FindingCode.PARTY, field, "only_a_lesson", name=names.display(code)
            )
            return
        speaks_of_wholes = isinstance(evidence.statement, OF_WHOLES) and field != LEARNERS[0]
        is_implied = evidence.statement.stance is Stance.IMPLIED
        only_a_whole = not (speaks_of_wholes or is_implied) and is_only_a_container(evidence, code)
        is_meant = is_meant or is_subject_of_clause(evidence, code)
        is_meant = is_meant or _is_carried_to_passage(evidence, code, names)
        if only_a_whole and not (is_meant or _is_under_own_heading(evidence, code)):
            yield evidence.finding(
                FindingCode.INNER_PLACE, field, "only_a_whole", name=names.display(code)
            )
        return
    is_country = code in evidence.text.gazetteer.tops
    may_act = field not in SUBJECTS or country_is_subject(evidence)
    if is_country and may_act and country_is_named(evidence):
        return
    is_meant = is_meant or is_one_of_several(evidence, code, names)
    is_meant = is_meant or is_carried(evidence, code, names)
    is_meant = is_meant or field in ACTORS and _is_actor(evidence, code)
    is_meant = is_meant or is_home_meant(evidence, code)
    is_meant = is_meant or is_other_end_at_home(evidence, field, code)
    if not (is_meant or _is_implied(evidence, field, code)):
        yield _party_finding(evidence, field, code, names)


def _is_carried_to_passage(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a passage that names no place speaks of one, whose name is cited where it happens to
    begin that of a hospital."""
    passage = replace(evidence, stretches=(evidence.stretch,))
    return not is_named(passage, code) and is_carried(passage, code, names)


def _is_actor(evidence: Evidence, code: str) -> bool:
    """Whether a passage speaks of what a place does or has without naming it."""
    return is_subject_of_clause(evidence, code) or is_named_before_in_clause(evidence, code)


def is_other_end_at_home(evidence: Evidence, field: str, code: str) -> bool:
    """Whether a passage names one end of a link, and the text is about the other one: 甲县来访.

    A third place that the passage names may be that end.
    """
    statement = evidence.statement
    is_visited = _is_visited(statement)
    if not (is_visited or field in OTHER_ENDS):
        return False
    parts = clauses_of_passage(evidence)
    if not any(code in clause.home for clause in parts):
        return False
    ends = {getattr(statement, f.name) for f in reference_fields(type(statement))}
    ends |= {upper for end in ends for upper in evidence.text.gazetteer.ancestors(end or "")}
    named_places = {place.code for place in evidence.text.places_in(evidence.stretch)}
    return is_visited or isinstance(statement, Cooperation) or named_places <= ends


def _is_visited(statement: Statement) -> bool:
    """Whether a statement tells who was visited."""
    return isinstance(statement, Happening) and statement.role in (Part.VISITED, Part.HOST)


def _is_under_own_heading(evidence: Evidence, code: str) -> bool:
    """Whether the section of a text is about a place, and the passage begins with no other."""
    return is_topic(evidence, code) and not has_own_subject(evidence)


def _is_implied(evidence: Evidence, field: str, code: str) -> bool:
    """Whether a passage about other places is about the text's topic too: who learns goes to the
    teacher, and who is learned from is the topic."""
    if field == TEACHER or _is_visited(evidence.statement):
        actors = [clause.subject or "" for clause in clauses_of_passage(evidence)]
        last = is_last_named_beside(evidence, code, actors)
        return last or (field == TEACHER and is_topic(evidence, code))
    return field in SUBJECTS and is_subject_left_out(evidence, code)


def _party_finding(evidence: Evidence, field: str, code: str, names: ThingNames) -> Finding:
    return evidence.finding(FindingCode.PARTY, field, "not_named", name=names.display(code))
