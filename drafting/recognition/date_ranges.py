"""The later end of a range of dates: 6月16日至26日, 今年5月至9月, 2023年5月到2024年3月."""

from __future__ import annotations

import re
from calendar import monthrange

MONTH_LETTERS, DAY_LETTERS = 7, 10
# The end of a range names a month or a day, with a year if it is another one.
END = re.compile(
    "(?:至|到|[—–~～-]{1,2})(?:(?P<year>(?:19|20)[0-9]{2})年)?"
    "(?:(?P<month>1[0-2]|0?[1-9])月份?)?(?:(?P<day>3[01]|[12][0-9]|0?[1-9])日)?"
)
# What stands before a month alone that begins a range.
BEGINS_RANGE = "(?=(?:至|到|[—–~～-]{1,2})(?:1[0-2]|0?[1-9])月)"


def range_end(text: str, position: int, begin: str) -> tuple[int, str] | None:
    """Where a range ends whose first date ends at a position, and its later date in EDTF.

    None if no later date of the same precision follows.
    """
    match = END.match(text, position) if len(begin) in (MONTH_LETTERS, DAY_LETTERS) else None
    if not match or not (match["month"] or match["day"]):
        return None
    year = match["year"] or begin[:4]
    month = int(match["month"] or begin[5:7])
    later = f"{year}-{month:02}"
    if len(begin) == DAY_LETTERS:
        if not match["day"] or int(match["day"]) > monthrange(int(year), month)[1]:
            return None
        later = f"{later}-{int(match['day']):02}"
    elif match["day"]:
        return None
    return (match.end(), later) if later > begin else None
