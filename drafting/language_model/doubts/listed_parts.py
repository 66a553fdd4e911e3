"""Whether a place of the code list is told, or listed, to lie in another."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.lint.checks.places.mentions import is_named
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from ontology.schema.kinds import Within


def part_of_doubts(evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The code PARTY for a part that no passage names, or that the code list has elsewhere."""
    statement, gazetteer = evidence.statement, evidence.text.gazetteer
    if not isinstance(statement, Within):
        return
    part, whole = statement.part, statement.whole
    is_told = names.kinds.get(part) != "Place" or is_named(evidence, part)
    are_listed = {part, whole} <= gazetteer.names.keys()
    if not is_told or (are_listed and whole not in gazetteer.ancestors(part)):
        yield FindingCode.PARTY.value
