"""Parameters of a query from Bolt's structures: dates, times, durations and points.

https://neo4j.com/docs/bolt/current/bolt/structure-semantics/
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from neo4j.spatial import CartesianPoint
from neo4j.time import Date, DateTime, Duration, Time

from commands.serving.bolt.packstream import Structure
from commands.serving.bolt.structures import (
    DATE,
    DATE_TIME,
    DAY_SECONDS,
    DURATION,
    EPOCH,
    LOCAL_DATE_TIME,
    LOCAL_TIME,
    NANOSECONDS,
    POINT_BY_LENGTH,
    TIME,
)
from graph.stores.messages import message
from graph.stores.store import QueryRefused

DATE_TIME_IN_ZONE = 0x69
# The numbers by which Neo4j knows planes; all others are of the globe.
PLANES = (7203, 9157)


class NoParameter(ValueError):
    """A structure that is no value of a parameter."""


class FixedOffset(tzinfo):
    """An offset of seconds east of UTC, also for the driver's times, which `timezone` refuses."""

    def __init__(self, east: int) -> None:
        self._offset = timedelta(seconds=east)

    def utcoffset(self, moment: object) -> timedelta:
        """The offset, of any moment."""
        return self._offset

    def dst(self, moment: object) -> None:
        """Nothing is known of summer time."""

    def tzname(self, moment: object) -> None:
        """It has no name."""


def driver_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the driver has them; raises NoParameter or QueryRefused."""
    return {name: _value(value) for name, value in values.items()}


def _value(value: Any) -> Any:
    match value:
        case Structure():
            return _of_structure(value)
        case list():
            return [_value(part) for part in value]
        case dict():
            return {key: _value(part) for key, part in value.items()}
        case _:
            return value


def _of_structure(structure: Structure) -> Any:
    reader = READERS.get(structure.tag)
    if reader is None:
        raise NoParameter(structure.tag)
    try:
        return reader(*structure.fields)
    except (TypeError, ValueError, OverflowError, OSError, ZoneInfoNotFoundError) as error:
        raise NoParameter(structure.tag) from error


def _date(days: int) -> Date:
    return Date.from_ordinal(days + EPOCH)


def _time(nanoseconds: int, offset_east: int | None = None) -> Time:
    seconds, remainder = divmod(nanoseconds, NANOSECONDS)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    zone = None if offset_east is None else FixedOffset(offset_east)
    return Time(hours, minutes, seconds % 60, remainder, tzinfo=zone)


def _local_date_time(seconds: int, nanoseconds: int) -> DateTime:
    days, remainder = divmod(seconds, DAY_SECONDS)
    return DateTime.combine(_date(days), _time(remainder * NANOSECONDS + nanoseconds))


def _date_time(seconds: int, nanoseconds: int, east: int) -> DateTime:
    """`seconds` are those since 1970 in UTC."""
    return _local_date_time(seconds + east, nanoseconds).replace(tzinfo=FixedOffset(east))


def _date_time_in_zone(seconds: int, nanoseconds: int, name: str) -> DateTime:
    """The time with the offset that its zone has then: no engine here keeps the zone's name."""
    offset = datetime.fromtimestamp(seconds, ZoneInfo(name)).utcoffset() or timedelta()
    return _date_time(seconds, nanoseconds, int(offset.total_seconds()))


def _point(srid: int, *coordinates: float) -> CartesianPoint:
    if srid not in PLANES:
        raise QueryRefused(message("globe_distance"))
    return CartesianPoint(coordinates)


READERS: Mapping[int, Callable[..., Any]] = {
    DATE: _date,
    TIME: _time,
    LOCAL_TIME: _time,
    DATE_TIME: _date_time,
    DATE_TIME_IN_ZONE: _date_time_in_zone,
    LOCAL_DATE_TIME: _local_date_time,
    DURATION: lambda months, days, seconds, nanoseconds: Duration(
        months=months, days=days, seconds=seconds, nanoseconds=nanoseconds
    ),
    **dict.fromkeys(POINT_BY_LENGTH.values(), _point),
}
