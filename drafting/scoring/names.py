"""Whether a name that a draft proposes for a new thing is a name of the curated thing."""

from __future__ import annotations

import re

from drafting.text.clean_text import CleanText
from ontology.schema.kinds import Mechanism, Organisation, Place, ReformModel, Thing

SIGNS = re.compile(r"[“”‘’「」『』\"'\s的]")
# Names that curators shorten or rephrase: this share of their letters is enough.
# A mechanism's name is the text's, so nearly all of its letters have to be there.
SHARE, MECHANISM_SHARE = 0.5, 0.8


def names_thing(
    name: str, thing: Thing, local_name: str | None, *, is_in_facts: bool
) -> float | None:
    """1 if a name is a thing's, less than 1 if it is similar, None if it is another.

    `local_name` is the text's name for the thing; `is_in_facts` says that the drafter could have
    given its code, so that a mechanism drafted as new is wrong.
    """
    plain = _plain_name(name)
    names = [_plain_name(other) for other in (thing.name_zh, *thing.alt_names) if other]
    if isinstance(thing, Mechanism):
        names += [_plain_name(local_name)] if local_name else []
        return None if is_in_facts else _mechanism(plain, names)
    if isinstance(thing, Organisation):
        is_same = any(_is_same_organisation(plain, other) for other in names)
    elif isinstance(thing, Place):
        is_same = any(plain and plain in other for other in names)
    elif isinstance(thing, ReformModel):
        is_same = any(plain and (plain in other or other in plain) for other in names)
    else:
        is_same = bool(names) and share(plain, names[0]) >= SHARE
    return 1.0 if is_same else None


def _mechanism(name: str, names: list[str]) -> float | None:
    if name in names:
        return 1.0
    likeness = max((share(name, other) for other in names), default=0.0)
    return MECHANISM_SHARE if likeness >= MECHANISM_SHARE else None


def _is_same_organisation(name: str, other: str) -> bool:
    is_long_enough = min(len(name), len(other)) > 2
    return is_long_enough and (name.endswith(other) or other.endswith(name))


def share(wording: str, name: str) -> float:
    """The share of a name's letters that a wording has."""
    letters = set(name)
    return len(letters & set(wording)) / max(1, len(letters))


def _plain_name(name: str) -> str:
    return SIGNS.sub("", CleanText(name).text)
