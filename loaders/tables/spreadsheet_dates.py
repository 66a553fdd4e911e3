"""Dates as spreadsheets and data frames save them, as EDTF."""

from __future__ import annotations

import re

# The year first, since 3/4/2015 might be March or April; a clock only at midnight, because then it
# says nothing.
SPREADSHEET_DATE = re.compile(
    r"([0-9]{4})(?:年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?"
    r"|[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)(?:[ T]00:00(?::00(?:\.0+)?)?)?"
)


def as_edtf(text: str) -> str:
    """`2016/8/17`, `2016.8.17`, `2016年8月17日` and `2016-08-17 00:00:00` as 2016-08-17.

    `2016/8` and `2016年8月` are 2016-08, `2016年` 2016; all other text is given back as it is.
    """
    match = SPREADSHEET_DATE.fullmatch(text)
    if not match:
        return text
    year, *rest = match.groups()
    return "-".join([year, *(part.zfill(2) for part in rest if part)])
