"""A code for a new thing: that of a code list for a listed place, else made from its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from pypinyin import lazy_pinyin

from graph.model.facts import Facts

NOT_IN_CODES = re.compile("[^a-z0-9]+")
# The most letters of a suggested code.
MAX_CODE_LETTERS = 48


def suggested_code(
    facts: Facts, table: str, cells: Mapping[str, str], used_codes: Collection[str]
) -> str:
    """A code that no thing of the facts has and that is not used; "" for a name without letters."""
    if table == "place":
        for places in facts.dataset.code_lists.values():
            codes = [code for code, place in places.items() if place.name == cells.get("name_zh")]
            if len(codes) == 1 and codes[0] not in facts.things:
                return codes[0]
    base = _letters(cells.get("name_en", "")) or _letters(
        " ".join(lazy_pinyin(cells.get("name_zh", "")))
    )
    if not base:
        return ""
    return next(
        code
        for code in _numbered_codes(base)
        if code not in facts.things and code not in used_codes
    )


def _letters(name: str) -> str:
    """The letters and digits of a name without accents, joined by hyphens."""
    base = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return NOT_IN_CODES.sub("-", base)[:MAX_CODE_LETTERS].strip("-")


def _numbered_codes(code: str) -> Iterator[str]:
    yield code
    yield from (f"{code}-{number}" for number in range(2, 1000))
