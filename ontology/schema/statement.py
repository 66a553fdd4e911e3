"""What every statement has: its source, passage, stance and curator; and codes in its fields."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ontology.schema.enums import DatedBy, Stance
from ontology.schema.things import ACTORS, Kind
from ontology.schema.value_types import (
    Code,
    Day,
    Edtf,
    Ref,
    Sha256,
    Spans,
    Text,
    Texts,
    TextSpan,
    WholeNumber,
)

ACTOR_NAMES = tuple(kind.__name__ for kind in ACTORS)
Actor = Annotated[Code, Ref(ACTOR_NAMES)]
ActorOrModel = Annotated[Code, Ref((*ACTOR_NAMES, "ReformModel"))]
PlaceCode = Annotated[Code, Ref(("Place",))]
ModelCode = Annotated[Code, Ref(("ReformModel",))]
MechanismCode = Annotated[Code, Ref(("Mechanism",))]
SourceCode = Annotated[Code, Ref(("Source",))]
UnitCode = Annotated[Code, Ref(("Unit",))]


class Statement(Kind):
    """What one source says in one passage, read and accepted by a curator."""

    # the field whose date says when it happened, if the kind has one
    date_field: ClassVar[str | None] = None

    source: Annotated[Code, Ref(("Source",))]
    start: WholeNumber
    end: WholeNumber
    sha256: Sha256
    also_at: Spans = ()
    stance: Stance
    as_of: Edtf | None = None
    dated_by: DatedBy | None = None
    composed: Texts = ()
    # the rules or the model that proposed the row, with its version
    drafted_by: Text | None = None
    curator: Text
    accepted: Day

    @property
    def spans(self) -> tuple[TextSpan, ...]:
        """The spot that states it, then those with the subject, the date or the name."""
        return (TextSpan(self.start, self.end, self.sha256), *self.also_at)
