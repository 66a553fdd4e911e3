"""Finds missing tables: other tables name codes that only these could hold."""

from __future__ import annotations

from collections.abc import Collection

from loaders.facts.parsed_folder import ParsedFolder
from loaders.tables.faults import nearest_choices
from ontology.schema.fields import referred_kinds
from ontology.schema.kinds import Place

# The least number of unknown codes that show a missing table, because not all are typing errors.
MIN_CODES = 2


def missing_kinds(folder: ParsedFolder, absent: Collection[str]) -> frozenset[str]:
    """The kinds without a table that a column of another table needs.

    A column that takes only this kind needs it, and so does the code of a place in a code list. A
    column that takes several kinds needs the first that is absent if two codes or more are unlike
    all codes of the kinds that have a table.
    """
    listed_codes = {code for code_list in folder.dataset.code_lists.values() for code in code_list}
    if not absent:
        return frozenset()
    missing: set[str] = set()
    unlike: dict[str, set[str]] = {}
    for _, value, column, code in folder.references:
        kinds = referred_kinds(type(value))[column]
        if code in folder.things or code in folder.unread_codes:
            continue
        absent_kinds = [kind for kind in kinds if kind in absent]
        if len(kinds) == 1 or (Place.__name__ in kinds and code in listed_codes):
            missing |= {*absent_kinds} & {kinds[0], Place.__name__}
        elif absent_kinds and not nearest_choices(code, folder.things):
            unlike.setdefault(absent_kinds[0], set()).add(code)
    return frozenset(missing | {kind for kind, codes in unlike.items() if len(codes) >= MIN_CODES})
