"""The kinds of things and of statements: the one schema from which every other form derives.

A thing is what is talked about. A statement is one source saying one thing at one spot.
Fields that name a thing hold its code. A field called X_written keeps the words of the text
from which the field X was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict

from ontology.values import Code, Day, Edtf, Number, Ref, Sha256, Span, Spans, Text, Texts, Whole

# --- what a field may choose from ---------------------------------------------------------


class PlaceLevel(StrEnum):
    """Where a place stands in the administrative order; a zone or region stands outside it."""

    COUNTRY = "country"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    ZONE = "zone"
    REGION = "region"


class OrganisationType(StrEnum):
    """What an organisation is."""

    GOVERNMENT = "government"
    HOSPITAL = "hospital"
    PRIMARY_CARE = "primary_care"
    MEDICAL_GROUP = "medical_group"
    PARTY_OR_POLITICAL = "party_or_political"
    MEDIA = "media"
    ACADEMIC = "academic"
    OTHER = "other"


class SourceType(StrEnum):
    """What a source is, as far as it bears on how it is to be believed."""

    OFFICIAL = "official"
    PRESS = "press"
    JOURNAL = "journal"
    REPOST = "repost"


class EventType(StrEnum):
    """What happened."""

    MEETING = "meeting"
    VISIT = "visit"
    DOCUMENT = "document"
    LAUNCH = "launch"
    CONFERENCE = "conference"
    AWARD = "award"
    CEREMONY = "ceremony"
    CAMPAIGN = "campaign"
    REFORM = "reform"
    OPERATION = "operation"


class Stance(StrEnum):
    """How the source holds what it says."""

    STATED = "stated"
    IMPLIED = "implied"
    PLANNED = "planned"
    DENIED = "denied"


class DatedBy(StrEnum):
    """Where a date comes from, when it does not stand in the text itself."""

    RELATIVE = "relative"


class Learning(StrEnum):
    """How one place learned from another."""

    LEARNED = "learned"
    ADAPTED = "adapted"
    VISITED = "visited"


class Praise(StrEnum):
    """How one party stands up for another's reform."""

    PROMOTES = "promotes"
    PRAISES = "praises"
    AWARDS = "awards"
    CALLS_MODEL = "calls_model"


class Membership(StrEnum):
    """A member's part in its group."""

    LEAD = "lead"
    MEMBER = "member"


class Part(StrEnum):
    """A party's part in an event."""

    ORGANISER = "organiser"
    HOST = "host"
    PARTICIPANT = "participant"
    ISSUER = "issuer"
    VISITED = "visited"


class Bound(StrEnum):
    """How a written figure bounds the true one."""

    EQUAL = "="
    ABOUT = "~"
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="


# --- edges ---------------------------------------------------------------------------------

SELF = "self"


@dataclass(frozen=True)
class Edge:
    """Two fields of a kind make an edge of this type; SELF is the node of the kind itself."""

    start: str
    type: str
    end: str


# --- things --------------------------------------------------------------------------------


class Kind(BaseModel):
    """What every kind is: a frozen value without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    edges: ClassVar[tuple[Edge, ...]] = ()


class Thing(Kind):
    """What is talked about, known by a code that no other thing has."""

    code: Code
    name_zh: Text
    name_en: Text
    alt_names: Texts = ()


class Place(Thing):
    level: PlaceLevel
    code_system: Text | None = None


class Organisation(Thing):
    type: OrganisationType


class Mechanism(Thing):
    edges = (Edge(SELF, "BROADER", "broader"),)

    broader: Annotated[Texts, Ref(("Mechanism",))] = ()


class ReformModel(Thing):
    pass


class Programme(Thing):
    pass


class Event(Thing):
    type: EventType


class Unit(Thing):
    qudt: Text | None = None


class Indicator(Thing):
    edges = (Edge(SELF, "COUNTED_IN", "unit"),)

    unit: Annotated[Code, Ref(("Unit",))]


class Source(Thing):
    edges = (Edge(SELF, "PUBLISHED_BY", "publisher"),)

    type: SourceType
    publisher: Annotated[Code, Ref(("Organisation",))] | None = None
    published: Edtf | None = None
    published_written: Text | None = None
    language: Text
    file: Text
    length: Whole
    sha256: Sha256


Actor = Annotated[Code, Ref(("Place", "Organisation"))]
PlaceCode = Annotated[Code, Ref(("Place",))]
ModelCode = Annotated[Code, Ref(("ReformModel",))]
MechanismCode = Annotated[Code, Ref(("Mechanism",))]
UnitCode = Annotated[Code, Ref(("Unit",))]


# --- statements ----------------------------------------------------------------------------


class Statement(Kind):
    """One source saying one thing at one spot, read and accepted by a curator."""

    # the field whose date says when it happened, if the kind has one
    dated: ClassVar[str | None] = None

    source: Annotated[Code, Ref(("Source",))]
    start: Whole
    end: Whole
    sha256: Sha256
    also_at: Spans = ()
    stance: Stance
    as_of: Edtf | None = None
    dated_by: DatedBy | None = None
    curator: Text
    accepted: Day

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spot that states it, then those that say of whom, when or under which name."""
        return (Span(self.start, self.end, self.sha256), *self.also_at)


class LearnedFrom(Statement):
    edges = (Edge("learner", "LEARNED_FROM", "teacher"),)
    dated = "when"

    learner: Actor
    teacher: Annotated[Code, Ref(("Place", "Organisation", "ReformModel"))]
    model: ModelCode | None = None
    how: Learning
    when: Edtf | None = None
    when_written: Text | None = None


class DerivedFrom(Statement):
    edges = (Edge("model", "DERIVED_FROM", "origin"),)
    dated = "when"

    model: ModelCode
    origin: ModelCode
    when: Edtf | None = None
    when_written: Text | None = None


class HasModel(Statement):
    edges = (Edge("holder", "HAS_MODEL", "model"),)
    dated = "since"

    holder: Actor
    model: ModelCode
    since: Edtf | None = None
    since_written: Text | None = None
    pioneer_in: PlaceCode | None = None


class Adoption(Statement):
    edges = (Edge("adopter", "ADOPTED", "mechanism"), Edge("model", "COMPRISES", "mechanism"))
    dated = "since"

    adopter: Actor
    mechanism: MechanismCode
    model: ModelCode | None = None
    local_name: Text | None = None
    since: Edtf | None = None
    since_written: Text | None = None
    pioneer_in: PlaceCode | None = None


class Designation(Statement):
    edges = (Edge("designee", "DESIGNATED_AS", "programme"),)
    dated = "when"

    designee: Actor
    programme: Annotated[Code, Ref(("Programme",))]
    by: Actor | None = None
    rank: Text | None = None
    when: Edtf | None = None
    when_written: Text | None = None


class Endorsement(Statement):
    edges = (Edge("endorser", "ENDORSES", "endorsed"),)
    dated = "when"

    endorser: Annotated[Code, Ref(("Place", "Organisation", "Source"))]
    endorsed: Annotated[Code, Ref(("Place", "Organisation", "ReformModel", "Mechanism"))]
    how: Praise
    when: Edtf | None = None
    when_written: Text | None = None


class Cooperation(Statement):
    edges = (Edge("one", "COOPERATED_WITH", "other"),)
    dated = "when"

    one: Actor
    other: Actor
    mechanism: MechanismCode | None = None
    when: Edtf | None = None
    when_written: Text | None = None


class MemberOf(Statement):
    edges = (Edge("member", "MEMBER_OF", "group"),)
    dated = "when"

    member: Actor
    group: Annotated[Code, Ref(("Organisation", "ReformModel", "Programme"))]
    role: Membership
    when: Edtf | None = None
    when_written: Text | None = None


class Within(Statement):
    edges = (Edge("part", "WITHIN", "whole"),)

    part: Actor
    whole: Actor


class Borders(Statement):
    edges = (Edge("one", "BORDERS", "other"),)

    one: PlaceCode
    other: PlaceCode


class Happening(Statement):
    edges = (Edge("participant", "TOOK_PART_IN", "event"),)
    dated = "when"

    event: Annotated[Code, Ref(("Event",))]
    participant: Actor
    role: Part
    when: Edtf | None = None
    when_written: Text | None = None


class Measurement(Statement):
    edges = (Edge(SELF, "OF", "subject"), Edge(SELF, "MEASURES", "indicator"))
    dated = "period"

    subject: Annotated[Code, Ref(("Place", "Organisation", "ReformModel", "Programme", "Event"))]
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


class NonLink(Kind):
    """A learned-from link that a reader might see in a passage, which the passage does not state.

    It is no part of the graph; it stands in the facts so that nobody adds it by mistake.
    """

    learner: Annotated[Code, Ref(("Place", "Organisation", "ReformModel"))]
    teacher: Annotated[Code, Ref(("Place", "Organisation", "ReformModel"))]
    source: Annotated[Code, Ref(("Source",))]
    start: Whole
    end: Whole
    sha256: Sha256
    why_zh: Text
    why_en: Text


THINGS: tuple[type[Thing], ...] = (
    Place,
    Organisation,
    Mechanism,
    ReformModel,
    Programme,
    Event,
    Indicator,
    Unit,
    Source,
)
STATEMENTS: tuple[type[Statement], ...] = (
    LearnedFrom,
    DerivedFrom,
    HasModel,
    Adoption,
    Designation,
    Endorsement,
    Cooperation,
    MemberOf,
    Within,
    Borders,
    Happening,
    Measurement,
)
TABLES: tuple[type[Kind], ...] = (*THINGS, *STATEMENTS, NonLink)
