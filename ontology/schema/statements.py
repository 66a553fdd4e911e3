"""The kinds of statements: one source says one thing in one passage.

Fields that name a thing hold its code. A field called X_written keeps the words of the text
from which the field X was read.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from ontology.schema.enums import (
    Bound,
    Counting,
    DatedBy,
    Learning,
    Membership,
    Naming,
    Part,
    Praise,
    Stance,
)
from ontology.schema.things import ACTORS, SELF, EdgeRole, EdgeType, Kind
from ontology.schema.value_types import (
    Code,
    Day,
    Edtf,
    Number,
    Ref,
    Sha256,
    Spans,
    Text,
    Texts,
    TextSpan,
    WholeNumber,
)

# The edge type for containment by a code list, which no source states.
LISTED_WITHIN = "LISTED_WITHIN"

_ACTORS = tuple(kind.__name__ for kind in ACTORS)
Actor = Annotated[Code, Ref(_ACTORS)]
ActorOrModel = Annotated[Code, Ref((*_ACTORS, "ReformModel"))]
PlaceCode = Annotated[Code, Ref(("Place",))]
ModelCode = Annotated[Code, Ref(("ReformModel",))]
MechanismCode = Annotated[Code, Ref(("Mechanism",))]
SourceCode = Annotated[Code, Ref(("Source",))]
UnitCode = Annotated[Code, Ref(("Unit",))]


class Statement(Kind):
    """What one source says in one passage, read and accepted by a curator."""

    # the field whose date says when it happened, if the kind has one
    date_field: ClassVar[str | None] = None

    source: Annotated[Code, Ref(("Source",))]
    start: WholeNumber
    end: WholeNumber
    sha256: Sha256
    also_at: Spans = ()
    stance: Stance
    as_of: Edtf | None = None
    dated_by: DatedBy | None = None
    composed: Texts = ()
    # the rules or the model that proposed the row, with its version
    drafted_by: Text | None = None
    curator: Text
    accepted: Day

    @property
    def spans(self) -> tuple[TextSpan, ...]:
        """The spot that states it, then those with the subject, the date or the name."""
        return (TextSpan(self.start, self.end, self.sha256), *self.also_at)


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

    endorser: Annotated[Code, Ref((*_ACTORS, "Source"))]
    endorsed: Annotated[Code, Ref((*_ACTORS, "ReformModel", "Mechanism"))]
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

    subject: Annotated[Code, Ref((*_ACTORS, "ReformModel", "Programme", "Event"))]
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
