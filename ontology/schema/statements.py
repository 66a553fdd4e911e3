"""The kinds of statements: one source says one thing in one passage.

Fields that name a thing hold its code. A field called X_written keeps the words of the text
from which the field X was read.
"""

from __future__ import annotations

from typing import Annotated

from ontology.schema.enums import (
    Bound,
    Counting,
    Learning,
    Membership,
    Naming,
    Part,
    Praise,
)
from ontology.schema.statement import (
    ACTOR_NAMES,
    Actor,
    ActorOrModel,
    MechanismCode,
    ModelCode,
    PlaceCode,
    Statement,
    UnitCode,
)
from ontology.schema.things import SELF, EdgeRole, EdgeType, Kind
from ontology.schema.value_types import (
    Code,
    Edtf,
    Number,
    Ref,
    Sha256,
    Text,
    WholeNumber,
)

# The edge type for containment by a code list, which no source states.
LISTED_WITHIN = "LISTED_WITHIN"


class LearnedFrom(Statement):
    edges = (EdgeType("learner", "LEARNED_FROM", "teacher", EdgeRole.LESSON),)
    date_field = "when"

    learner: Actor
    teacher: ActorOrModel
    model: ModelCode | None = None
    how: Learning
    when: Edtf | None = None
    when_written: Text | None = None


class DerivedFrom(Statement):
    edges = (EdgeType("model", "DERIVED_FROM", "origin", EdgeRole.ORIGIN),)
    date_field = "when"

    model: ModelCode
    origin: ModelCode
    when: Edtf | None = None
    when_written: Text | None = None


class HasModel(Statement):
    edges = (EdgeType("holder", "HAS_MODEL", "model", EdgeRole.HOLDING),)
    date_field = "since"

    holder: Actor
    model: ModelCode
    since: Edtf | None = None
    since_written: Text | None = None
    pioneer_in: PlaceCode | None = None


class Adoption(Statement):
    edges = (
        EdgeType("adopter", "ADOPTED", "mechanism", EdgeRole.UPTAKE),
        EdgeType("model", "COMPRISES", "mechanism"),
    )
    date_field = "since"

    adopter: Actor
    mechanism: MechanismCode
    model: ModelCode | None = None
    local_name: Text | None = None
    since: Edtf | None = None
    since_written: Text | None = None
    pioneer_in: PlaceCode | None = None


class Designation(Statement):
    edges = (EdgeType("designee", "DESIGNATED_AS", "programme", EdgeRole.RECOGNITION),)
    date_field = "when"

    designee: Actor
    programme: Annotated[Code, Ref(("Programme",))]
    by: Actor | None = None
    rank: Text | None = None
    when: Edtf | None = None
    when_written: Text | None = None


class Endorsement(Statement):
    edges = (EdgeType("endorser", "ENDORSES", "endorsed", EdgeRole.PRAISE),)
    date_field = "when"

    endorser: Annotated[Code, Ref((*ACTOR_NAMES, "Source"))]
    endorsed: Annotated[Code, Ref((*ACTOR_NAMES, "ReformModel", "Mechanism"))]
    how: Praise
    when: Edtf | None = None
    when_written: Text | None = None


class Cooperation(Statement):
    edges = (EdgeType("one", "COOPERATED_WITH", "other", mutual=True),)
    date_field = "when"

    one: Actor
    other: Actor
    mechanism: MechanismCode | None = None
    when: Edtf | None = None
    when_written: Text | None = None


class Nomination(Statement):
    """Who named whom when a study asked: an observed tie, which is no lesson."""

    edges = (EdgeType("nominator", "NAMED", "nominee", EdgeRole.TIE),)
    date_field = "when"

    nominator: Actor
    nominee: Actor
    how: Naming | None = None
    when: Edtf | None = None
    when_written: Text | None = None


class MemberOf(Statement):
    edges = (EdgeType("member", "MEMBER_OF", "group"),)
    date_field = "when"

    member: Actor
    group: Annotated[Code, Ref(("Organisation", "ReformModel", "Programme"))]
    role: Membership
    when: Edtf | None = None
    when_written: Text | None = None


class Within(Statement):
    edges = (EdgeType("part", "WITHIN", "whole"),)

    part: Actor
    whole: Actor


class Borders(Statement):
    edges = (EdgeType("one", "BORDERS", "other", mutual=True),)

    one: PlaceCode
    other: PlaceCode


class Happening(Statement):
    edges = (EdgeType("participant", "TOOK_PART_IN", "event"),)
    date_field = "when"

    event: Annotated[Code, Ref(("Event",))]
    participant: Actor
    role: Part
    when: Edtf | None = None
    when_written: Text | None = None


class Measurement(Statement):
    edges = (EdgeType(SELF, "OF", "subject"), EdgeType(SELF, "MEASURES", "indicator"))
    date_field = "period"

    subject: Annotated[Code, Ref((*ACTOR_NAMES, "ReformModel", "Programme", "Event"))]
    indicator: Annotated[Code, Ref(("Indicator",))]
    value: Number
    value_written: Text
    bound: Bound
    unit: UnitCode
    per: UnitCode | None = None
    period: Edtf | None = None
    period_written: Text | None = None
    baseline: Number | None = None
    baseline_period: Edtf | None = None
    baseline_written: Text | None = None
    rank: Text | None = None
    counts: Counting | None = None


class NonLink(Kind):
    """A learned-from link that a reader might see in a passage, which the passage does not state.

    It is no part of the graph. The facts list it so that it is not added by mistake. It speaks of
    its own source alone: another source may state the link.
    """

    learner: ActorOrModel
    teacher: ActorOrModel
    source: Annotated[Code, Ref(("Source",))]
    start: WholeNumber
    end: WholeNumber
    sha256: Sha256
    why_zh: Text
    why_en: Text
