"""Closed lists of values that a field may hold."""

from __future__ import annotations

from enum import StrEnum


class PlaceLevel(StrEnum):
    """The administrative level of a place; a zone or region has none."""

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
    """The type of a source, which matters for how far to trust it."""

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
    """Whether the source states, implies, plans or denies what it says."""

    STATED = "stated"
    IMPLIED = "implied"
    PLANNED = "planned"
    DENIED = "denied"


# The stances of what happened by the words of the source: neither a plan nor a denial.
FIRM_STANCES = (Stance.STATED, Stance.IMPLIED)


class DatedBy(StrEnum):
    """Where a date comes from if the text does not give it as a date."""

    RELATIVE = "relative"
    ISSUE = "issue"
    PUBLICATION = "publication"


class Extent(StrEnum):
    """How much of a source was read: its text, or its title alone."""

    TEXT = "text"
    TITLE = "title"


class SourceState(StrEnum):
    """What became of a source since it was read: at its address, and by its publisher's word."""

    THERE = "there"
    MOVED = "moved"
    GONE = "gone"
    RETRACTED = "retracted"


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
    """How one party endorses another's reform."""

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
    """How a written figure limits the true one."""

    EQUAL = "="
    ABOUT = "~"
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
