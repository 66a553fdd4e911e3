"""The kinds of statements about documents."""

from __future__ import annotations

import ontology.schema.statements  # noqa: F401 - its kinds come first in every list
from ontology.schema.statement import Actor, MechanismCode, SourceCode, Statement
from ontology.schema.things import EdgeRole, EdgeType
from ontology.schema.value_types import Edtf, Text


class Issuance(Statement):
    """A party issued a document that takes up a mechanism: an act on paper, not practice.

    `document` is the document, if it is a source here; `responds_to` is the one that it passes on
    or carries out, if it says so.
    """

    edges = (
        EdgeType("issuer", "ISSUED_DOCUMENT_ON", "mechanism", EdgeRole.ISSUANCE),
        EdgeType("document", "RESPONDS_TO", "responds_to"),
    )
    date_field = "when"

    issuer: Actor
    mechanism: MechanismCode
    document: SourceCode | None = None
    responds_to: SourceCode | None = None
    when: Edtf | None = None
    when_written: Text | None = None
