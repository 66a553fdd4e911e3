"""The place at which a TOML or JSON file is not well-formed, in both languages."""

from __future__ import annotations

import re

from texts.tables import LANGUAGES, SYSTEM, BilingualText

# The standard library's reader of TOML and pydantic's of JSON write the place in this form.
PLACE = re.compile("line ([0-9]+),? column ([0-9]+)")


def syntax_error_place(error: object) -> BilingualText:
    """The line and letter that a parser's error tells; without them, the end of the file."""
    match = PLACE.search(str(error))
    if match is None:
        return BilingualText(*(SYSTEM.say("at_the_end", language) for language in LANGUAGES))
    values = {"line": match[1], "column": match[2]}
    return BilingualText(*(SYSTEM.say("at_line", language, **values) for language in LANGUAGES))


def not_utf8() -> BilingualText:
    """That a file is not encoded in UTF-8."""
    return BilingualText(*(SYSTEM.say("not_utf8", language) for language in LANGUAGES))
