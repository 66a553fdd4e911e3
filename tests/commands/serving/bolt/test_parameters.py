"""Parameters in Bolt's structures: each is a value of the driver, or is refused in a sentence."""

from __future__ import annotations

from datetime import date, time, timedelta, timezone

import pytest
from neo4j.spatial import CartesianPoint
from neo4j.time import Date, DateTime, Duration, Time

from commands.serving.bolt.packstream import Structure
from commands.serving.bolt.parameters import FixedOffset, NoParameter, driver_values
from commands.serving.bolt.structures import structure
from graph.stores.store import QueryRefused

EAST = timezone(timedelta(hours=8))


def test_what_is_sent_as_a_structure_is_read_as_it_was():
    values = {
        "day": Date(1949, 10, 1),
        "here": Time.from_native(time(23, 59, 59, 1)),
        "there": Time(3, 4, 5, 6, tzinfo=FixedOffset(8 * 3600)),
        "at": DateTime(1949, 10, 1, 15, 0, 0, 7),
        "at_east": DateTime(2019, 6, 1, 1, tzinfo=EAST),
        "span": Duration(months=-1, days=2, seconds=3, nanoseconds=4),
        "spot": CartesianPoint((1.5, 2.5)),
        "list": [Date.from_native(date(2020, 2, 29)), {"plain": "text"}],
        "plain": 1.5,
    }
    assert driver_values(structure(values)) == values


def test_a_time_in_a_zone_has_the_offset_of_that_day():
    for seconds, hours in ((1_559_354_400, 2), (1_577_836_800, 1)):
        value = driver_values({"at": Structure(0x69, (seconds, 0, "Europe/Berlin"))})["at"]
        assert value.utcoffset() == timedelta(hours=hours)
        assert value.to_native().timestamp() == seconds


@pytest.mark.parametrize(
    "sent",
    [
        Structure(0x4E, (1, ["Place"], {})),
        Structure(0x44, ("no number",)),
        Structure(0x44, (10**12,)),
        Structure(0x44, (1, 2)),
        Structure(0x69, (0, 0, "Nowhere/Town")),
        Structure(0x69, (10**18, 0, "Europe/Berlin")),
        [Structure(0x00, ())],
    ],
    ids=str,
)
def test_what_is_no_value_is_refused(sent):
    with pytest.raises(NoParameter):
        driver_values({"value": sent})


def test_a_point_of_the_globe_is_refused():
    with pytest.raises(QueryRefused, match="globe"):
        driver_values({"spot": Structure(0x58, (4326, 117.6, 26.3))})
