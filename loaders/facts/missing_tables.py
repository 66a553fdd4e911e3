"""Which tables must be missing: others name codes that only they can hold."""

from __future__ import annotations

from collections.abc import Collection

from loaders.facts.parsed_folder import Folder
from ontology.schema.fields import referred_kinds
from ontology.schema.kinds import Place


def missing_kinds(folder: Folder, absent: Collection[str]) -> frozenset[str]:
    """The kinds without a table that a column of another one calls for.

    A column that only takes this kind calls for it, and so does the code of a place in a code
    list. A column that takes several kinds may mean another one.
    """
    listed = {code for code_list in folder.dataset.code_lists.values() for code in code_list}
    missing = set()
    for _, value, column, code in folder.references:
        kinds = referred_kinds(type(value))[column]
        if code in folder.things or code in folder.unread:
            continue
        if len(kinds) == 1 and kinds[0] in absent:
            missing.add(kinds[0])
        elif Place.__name__ in kinds and Place.__name__ in absent and code in listed:
            missing.add(Place.__name__)
    return frozenset(missing)
