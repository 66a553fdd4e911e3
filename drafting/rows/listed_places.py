"""Places of the code lists that the facts do not have, as far as their rows can be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pypinyin import lazy_pinyin

from drafting.words.word_tables import pairs, word_alternatives
from graph.model.dataset import ListedPlace
from graph.model.facts import Facts
from ontology.schema.enums import PlaceLevel
from ontology.schema.kinds import Place

# More places than levels never lie in each other.
MAX_LEVELS = len(PlaceLevel)
# The standard whose codes are countries.
COUNTRY_CODES = "ISO 3166-1"
# The standard whose codes say the level: 360000 is a province, 360600 a prefecture (GB/T 2260).
CHINESE_CODES = "GB/T 2260"
LEVELS_BY_ENDING = {"0000": PlaceLevel.PROVINCE, "00": PlaceLevel.PREFECTURE, "": PlaceLevel.COUNTY}


def listed_system(facts: Facts, code: str) -> str:
    """The name of the code list that has a code; "" if none has."""
    return next((name for name, places in facts.dataset.code_lists.items() if code in places), "")


def is_of_lists(facts: Facts, code: str) -> bool:
    """Whether a code list has a code, or says of a place that it lies there."""
    lists = facts.dataset.code_lists.values()
    return any(code in places or code in _container_codes(places) for places in lists)


def listed_place(facts: Facts, code: str) -> Mapping[str, str]:
    """The cells of a listed place.

    Its level follows from its standard, or else is that of the facts' places at its depth.
    """
    system = listed_system(facts, code)
    if not system:
        return {"code": code}
    name = facts.dataset.code_lists[system][code].name
    return {
        "code": code,
        "name_zh": name,
        "name_en": english_name(name),
        "level": _level(facts, system, code),
        "code_system": system,
    }


def english_name(name: str) -> str:
    """A Chinese place's name as English texts write it: Xi'an, Xihu District.

    The syllables are joined, with an apostrophe before one that begins with a, e or o
    (GB/T 28039); of the words for levels only those of counties are written.
    """
    suffixes, peoples = word_alternatives("place_suffixes"), word_alternatives("peoples")
    stem = re.sub(f"(?:{suffixes})$", "", name)
    stem = re.sub(rf"(?<=..)(?:{peoples})*自治.?$", "", stem)
    stem = stem if len(stem) > 1 else name
    syllables = lazy_pinyin(stem)
    spelling = "".join(
        s if not n or s[0] not in "aeo" else f"'{s}" for n, s in enumerate(syllables)
    )
    level = pairs("place_level_names", "english").get(name.removeprefix(stem), "")
    return f"{spelling.capitalize()} {level}".strip()


def _container_codes(places: Mapping[str, ListedPlace]) -> Iterator[str]:
    return (place.within for place in places.values() if place.within)


def _level(facts: Facts, system: str, code: str) -> str:
    if system == COUNTRY_CODES:
        return PlaceLevel.COUNTRY.value
    if system == CHINESE_CODES:
        levels = (level for ending, level in LEVELS_BY_ENDING.items() if code.endswith(ending))
        return next(levels).value
    depth = _depth(facts, system, code)
    for place in facts.things_of(Place):
        if place.code_system == system and _depth(facts, system, place.code) == depth:
            return place.level.value
    return ""


def _depth(facts: Facts, system: str, code: str) -> int:
    """In how many places of its list a place lies; 0 for one that the list does not have."""
    places, depth = facts.dataset.code_lists[system], 0
    while code in places and (container := places[code].within) and depth < MAX_LEVELS:
        code, depth = container, depth + 1
    return depth
