"""The reasons for which the system refuses a file, in both languages."""

from __future__ import annotations

import errno

from texts.tables import LANGUAGES, SYSTEM, BilingualText


def reason_of(error: OSError) -> BilingualText:
    """Why the system refused, without the file's name."""
    name = errno.errorcode.get(error.errno or 0, "")
    key = name if name in SYSTEM else "other" if name else "without_name"
    return BilingualText(*(SYSTEM.say(key, language, name=name) for language in LANGUAGES))


def reason_with_file(error: OSError) -> BilingualText:
    """Why the system refused, and the file if the system names it."""
    reason = reason_of(error)
    file = error.filename2 or error.filename  # the new name, if a file was renamed
    if not file:
        return reason
    values = {"reason": reason, "file": file}
    return BilingualText(*(SYSTEM.say("with_file", language, **values) for language in LANGUAGES))
