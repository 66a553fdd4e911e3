"""The kinds of things: what is talked about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from ontology.schema.enums import EventType, Extent, PlaceLevel, SourceState, SourceType
from ontology.schema.value_types import (
    Address,
    Code,
    Day,
    Edtf,
    Ref,
    Sha256,
    Text,
    Texts,
    WholeNumber,
)

SELF = "self"


class EdgeRole(Enum):
    """What an edge tells about the spread of a reform, the most important role first.

    Pictures draw all edges of a role in one colour and width.
    """

    LESSON = auto()
    ORIGIN = auto()
    HOLDING = auto()
    PRAISE = auto()
    RECOGNITION = auto()
    UPTAKE = auto()
    ISSUANCE = auto()
    TIE = auto()
    CONTEXT = auto()


@dataclass(frozen=True)
class EdgeType:
    """Two fields of a kind make an edge of this type; SELF is the node of the kind itself.

    A `mutual` edge holds in both directions.
    """

    start: str
    type: str
    end: str
    role: EdgeRole = EdgeRole.CONTEXT
    mutual: bool = False


class Kind(BaseModel):
    """What every kind is: a frozen value without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    edges: ClassVar[tuple[EdgeType, ...]] = ()
    # Whether a thing may be in its table before a statement refers to it: vocabularies and sources.
    stands_alone: ClassVar[bool] = False


class Thing(Kind):
    """What statements are about, with a code that no other thing has.

    It has a name in every language that its dataset declares, and at least in one.
    """

    code: Code
    name_zh: Text | None = None
    name_en: Text | None = None
    alt_names: Texts = ()

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if self.name_zh is None and self.name_en is None:
            raise PydanticCustomError("nameless", "no name in any language")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by, without its code."""
        return tuple(name for name in (self.name_zh, self.name_en) if name) + self.alt_names

    def name(self, language: str) -> str:
        """The name in `zh` or `en`; where that is missing, the other one."""
        preferred, other = self.name_zh, self.name_en
        if language != "zh":
            preferred, other = other, preferred
        return preferred or other or self.code


class Place(Thing):
    level: PlaceLevel
    code_system: Text | None = None


class OrganisationType(Thing):
    """What an organisation is: data, for each field of reform has its own sorts."""

    stands_alone = True


class Organisation(Thing):
    type: Annotated[Code, Ref(("OrganisationType",))]


class Person(Thing):
    """A person whom a study asked or observed, with a number and no name."""


# Who can act: take something up, learn it from another, name another.
ACTORS: tuple[type[Thing], ...] = (Place, Organisation, Person)


class Mechanism(Thing):
    """A way of doing things: `broader` says of what it is a kind, `part_of` of what a part."""

    stands_alone = True
    edges = (EdgeType(SELF, "BROADER", "broader"), EdgeType(SELF, "PART_OF", "part_of"))

    broader: Annotated[Texts, Ref(("Mechanism",))] = ()
    part_of: Annotated[Texts, Ref(("Mechanism",))] = ()


class ReformModel(Thing):
    pass


class Programme(Thing):
    pass


class Event(Thing):
    type: EventType


class Indicator(Thing):
    stands_alone = True
    edges = (EdgeType(SELF, "COUNTED_IN", "unit"), EdgeType(SELF, "BROADER", "broader"))

    unit: Annotated[Code, Ref(("Unit",))]
    broader: Annotated[Texts, Ref(("Indicator",))] = ()


class Unit(Thing):
    stands_alone = True

    qudt: Text | None = None


class Source(Thing):
    """A text in which statements are made.

    `extent` is `title` where the title alone was read, which is its name in the source's language:
    such a source needs no file, for everybody holds its text. `archive` is the address of a copy in
    a web archive, `last_seen` the day on which somebody last looked for it at its address, `state`
    what they saw there, or that its publisher retracted it: no statement may rest on it then.
    """

    stands_alone = True
    edges = (EdgeType(SELF, "PUBLISHED_BY", "publisher"),)

    type: SourceType
    publisher: Annotated[Code, Ref(("Organisation",))] | None = None
    published: Edtf | None = None
    published_written: Text | None = None
    language: Text
    file: Text | None = None
    extent: Extent | None = None
    length: WholeNumber
    sha256: Sha256
    address: Address | None = None
    author: Texts = ()
    licence: Text | None = None
    retrieved: Day | None = None
    archive: Address | None = None
    last_seen: Day | None = None
    state: SourceState | None = None

    @model_validator(mode="after")
    def _has_a_text(self) -> Self:
        if self.file is None and self.title_text is None:
            raise PydanticCustomError("source_without_file", "no file")
        return self

    @property
    def title_text(self) -> str | None:
        """The text of a source if only its title was read: its name in its language."""
        if self.extent is not Extent.TITLE:
            return None
        return self.name("zh" if self.language.startswith("zh") else "en")
