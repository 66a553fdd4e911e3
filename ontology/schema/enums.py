"""What a field may choose from: closed lists of values."""

from __future__ import annotations

from enum import StrEnum


class PlaceLevel(StrEnum):
    """Where a place stands in the administrative order; a zone or region stands outside it."""

    COUNTRY = "country"
    STATE = "state"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    ZONE = "zone"
    REGION = "region"


class SourceType(StrEnum):
    """What a source is, as far as it bears on how it is to be believed."""

    OFFICIAL = "official"
    PRESS = "press"
    JOURNAL = "journal"
    REPOST = "repost"
    DATASET = "dataset"


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


class Naming(StrEnum):
    """What a party was asked for when it named another."""

    ADVICE = "advice"
    DISCUSSION = "discussion"
    FRIENDSHIP = "friendship"


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


class Counting(StrEnum):
    """What a figure counts, when it is no result."""

    LABEL = "label"


class Bound(StrEnum):
    """How a written figure bounds the true one."""

    EQUAL = "="
    ABOUT = "~"
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
