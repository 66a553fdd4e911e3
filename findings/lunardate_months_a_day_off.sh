#!/usr/bin/env bash
# lunardate begins the eleventh month of 1954 and the eighth of 1978 on another day than the calendar
# Version: lunardate 0.3.0 (beside zhdate 0.1, LunarCalendar 0.0.9, cnlunar 0.2.5 and the new moons of ephem
#   4.2.1)
# Expected: a month of the Chinese calendar begins on the day, in the time of Beijing, of the new moon (GB/T
#   33661-2017), and so say printed calendars: the new moon of 25 November 1954 was at 20:30 and that of 3
#   September 1978 at 00:08, so both days are the first of their months; Mid-Autumn of 1978 was on 17 September.
# Seen: 25 November 1954 is the 30th of the tenth month, and every day of the eleventh is one too early. 3
#   September 1978 is the second of the eighth month, so Mid-Autumn is on the 16th, and 23 July 1933 the second
#   of the sixth. The three other packages have the first of the month for all of them.
# Why it matters: reports, inscriptions and chronicles give days in this calendar; a day that is turned into a
#   date is off by one for a whole month, and no warning tells of it.
# What to do: use cnlunar or zhdate, or check with a second package.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check lunardate==0.3.0 zhdate==0.1 LunarCalendar==0.0.9 cnlunar==0.2.5 ephem==4.2.1
env/bin/python - <<'PYTHON'
import sys
from datetime import date, datetime
from importlib.metadata import version

import cnlunar
import ephem
import lunardate
import zhdate
from lunarcalendar import Converter, Solar

print(*(f"{name} {version(name)}" for name in ("lunardate", "zhdate", "LunarCalendar", "cnlunar", "ephem")))
DAYS = [date(1933, 7, 23), date(1954, 11, 25), date(1954, 12, 24), date(1978, 9, 3), date(1978, 9, 17), date(2019, 10, 28)]


def new_moon(day):
    """The time in Beijing of the new moon on or before the day."""
    end = ephem.Date(ephem.Date(datetime(day.year, day.month, day.day, 23, 59)) - 8 * ephem.hour)
    return str(ephem.Date(ephem.previous_new_moon(end) + 8 * ephem.hour).datetime())[:10]


def month_and_day(day):
    """The month and the day that each package has for a day."""
    lunar = lunardate.LunarDate.from_solar_date(day.year, day.month, day.day)
    noon = datetime(day.year, day.month, day.day, 12)
    other = zhdate.ZhDate.from_datetime(datetime(day.year, day.month, day.day))
    third = Converter.Solar2Lunar(Solar(day.year, day.month, day.day))
    fourth = cnlunar.Lunar(noon)
    return [
        (lunar.month, lunar.day),
        (other.lunar_month, other.lunar_day),
        (third.month, third.day),
        (fourth.lunarMonth, fourth.lunarDay),
    ]


seen = {str(day): (new_moon(day), *month_and_day(day)) for day in DAYS}
recorded = {
    "1933-07-23": ("1933-07-23", (6, 2), (6, 1), (6, 1), (6, 1)),
    "1954-11-25": ("1954-11-25", (10, 30), (11, 1), (11, 1), (11, 1)),
    "1954-12-24": ("1954-11-25", (11, 29), (11, 30), (11, 30), (11, 30)),
    "1978-09-03": ("1978-09-03", (8, 2), (8, 1), (8, 1), (8, 1)),
    "1978-09-17": ("1978-09-03", (8, 16), (8, 15), (8, 15), (8, 15)),
    "2019-10-28": ("2019-10-28", (10, 1), (10, 1), (10, 1), (10, 1)),
}
print("seen (new moon, then lunardate, zhdate, LunarCalendar, cnlunar):", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
