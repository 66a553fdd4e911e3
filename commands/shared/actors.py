"""Who of a facts folder can adopt."""

from __future__ import annotations

from enum import StrEnum

from ontology.schema.kinds import ACTORS, Organisation, Person, Place, Thing


class Actors(StrEnum):
    """Who of a facts folder can adopt."""

    ALL = "all"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    PERSONS = "persons"

    @property
    def kinds(self) -> tuple[type[Thing], ...]:
        """The kinds of thing."""
        match self:
            case Actors.PLACES:
                return (Place,)
            case Actors.ORGANISATIONS:
                return (Organisation,)
            case Actors.PERSONS:
                return (Person,)
            case Actors.ALL:
                return ACTORS
