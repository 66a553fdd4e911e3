"""Whether a name in a text is the name of a thing of the facts: judgements that can be undone.

A later line of the log wins over an earlier one about the same name, source and thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Judgement(StrEnum):
    """A curator's judgement of a name and a thing; TAKEN_BACK ends an earlier judgement."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class Identity:
    """One line of the log: a name as a source writes it, and the code of a thing."""

    name: str
    source: str
    code: str
    judgement: Judgement
    curator: str
    decided_at: str

    @property
    def key(self) -> tuple[str, str, str]:
        """The subject of the judgement: name, source and thing."""
        return self.name, self.source, self.code


def identity_object(identity: Identity) -> dict[str, Any]:
    """An identity as the object in a line of the log."""
    return {name: str(value) for name, value in identity.__dict__.items()}


def identity_from_object(content: dict[str, Any]) -> Identity:
    """Raises ValueError, KeyError or TypeError for content of another form."""
    values = {name: content[name] for name in Identity.__dataclass_fields__}
    if not all(isinstance(value, str) and value.strip() for value in values.values()):
        raise ValueError
    return Identity(**values | {"judgement": Judgement(values["judgement"])})


def standing_identities(identities: Iterable[Identity]) -> dict[tuple[str, str, str], Identity]:
    """The last line about each name, source and thing."""
    return {identity.key: identity for identity in identities}


def ended_links(identities: Iterable[Identity]) -> Iterator[Identity]:
    """The lines that end the link of a name to a thing: an end of `link_keys`, or `different`."""
    link_keys: set[tuple[str, str, str]] = set()
    ends: dict[tuple[str, str, str], Identity] = {}
    for identity in identities:
        if identity.judgement is Judgement.SAME:
            link_keys.add(identity.key)
            ends.pop(identity.key, None)
        elif identity.judgement is Judgement.DIFFERENT or identity.key in link_keys:
            ends.setdefault(identity.key, identity)
    yield from ends.values()
