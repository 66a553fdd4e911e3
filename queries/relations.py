"""The relations that a SPARQL query asks about, put in from the kinds of statements.

In SPARQL a statement is a node whose two ends are properties that each kind calls otherwise, so a
question about every relation has to list them. Instead of a list, a query file has a comment line:

    # relations: main dated

`main` is one relation for each kind, `all` is each of its edges. `dated` leaves out kinds without
a date of their own, `figures` adds what is measured: the subject, the indicator, and MEASURES.
The line becomes rows `(lf:Adoption lf:adopter lf:mechanism "ADOPTED")` for VALUES, or, with
`union`, patterns that bind ?said, ?one, ?two and ?relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.derive.iris import REUSED_PROPERTIES, camel
from ontology.schema.kinds import SELF, STATEMENTS, Statement

LINE = re.compile(r"^( *)# relations: ([a-z ]+)$", re.MULTILINE)
WORDS = {"main", "all", "dated", "figures", "union"}


@dataclass(frozen=True)
class StatementRelation:
    """What a kind of statement says of two things: the kind, its two fields, the edge type."""

    kind: str
    start: str
    end: str
    type: str

    @property
    def row(self) -> str:
        """The relation as a row of VALUES."""
        start, end = _property(self.start), _property(self.end)
        return f'(lf:{self.kind} {start} {end} "{self.type}")'

    @property
    def pattern(self) -> str:
        """The relation as a pattern in braces."""
        start, end = _property(self.start), _property(self.end)
        sentence = f"?said a lf:{self.kind} ; {start} ?one ; {end} ?two ."
        return f'{{ {sentence} BIND("{self.type}" AS ?relation) }}'


def with_relations(sparql: str) -> str:
    """A query with its lines `# relations: …` filled in; ValueError if a line is not understood."""
    return LINE.sub(lambda match: _values_or_patterns(match[1], match[2].split()), sparql)


def _values_or_patterns(indent: str, words: list[str]) -> str:
    if not {*words} <= WORDS:
        raise ValueError(f"# relations: {' '.join(words)}; use {', '.join(sorted(WORDS))}")
    relations = list(_relations({*words}))
    if "union" not in words:
        return "\n".join(indent + relation.row for relation in relations)
    return f"\n{indent}UNION ".join(
        [indent + relations[0].pattern, *(relation.pattern for relation in relations[1:])]
    )


def _relations(words: set[str]) -> Iterator[StatementRelation]:
    for kind in STATEMENTS:
        if "dated" in words and kind.date_field is None:
            continue
        ends = [edge for edge in kind.edges if edge.start != SELF]
        for edge in ends[:1] if "main" in words else ends:
            yield StatementRelation(kind.__name__, edge.start, edge.end, edge.type)
        if "figures" in words and not ends:
            yield _figure(kind)


def _figure(kind: type[Statement]) -> StatementRelation:
    """A kind that is a separate node: its first edge goes to the subject, its last says what."""
    subject, indicator = kind.edges[0], kind.edges[-1]
    return StatementRelation(kind.__name__, subject.end, indicator.end, indicator.type)


def _property(field: str) -> str:
    return REUSED_PROPERTIES.get(field, f"lf:{camel(field)}")
