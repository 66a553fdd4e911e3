"""Whether a code may be that of a new source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.sources.documents.source_faults import SourceFault
from graph.model.facts import Facts
from ontology.schema.kinds import Source

# A code is also a file name: no dot at its end, and no name that a system reserves.
CODE = re.compile("[A-Za-z0-9](?:[A-Za-z0-9.+_-]{0,78}[A-Za-z0-9+_-])?")
RESERVED_NAME = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# Files beside the drafts of sources in the folder of drafts.
OTHER_FILE_NAMES = frozenset({"sources", "decisions", "identity"})


def code_faults(facts: Facts, code: str) -> Iterator[SourceFault]:
    """The faults of a code for a new source."""
    thing = facts.things.get(code)
    if not CODE.fullmatch(code):
        yield SourceFault("bad_code", {"code": code})
    elif RESERVED_NAME.fullmatch(code) or code.lower() in OTHER_FILE_NAMES:
        yield SourceFault("reserved_code", {"code": code})
    elif thing is not None and not isinstance(thing, Source):
        yield SourceFault("code_of_another", {"code": code, "kind": type(thing).__name__})
