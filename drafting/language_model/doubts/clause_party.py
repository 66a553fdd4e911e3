"""Whether the clause at a spot of the text speaks of another party than the row."""

from __future__ import annotations

from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch


def is_of_another_party(evidence: Evidence, spot: Stretch, code: str, names: ThingNames) -> bool:
    """Whether the clause at a spot names another party as its subject, and not this one."""
    if names.kinds.get(code) not in ("Place", "Organisation"):
        return False
    parts = [c for c in evidence.clauses if c.stretch.start <= spot.start < c.stretch.end]
    return bool(parts) and all(_speaks_of_another(evidence, c, code, names) for c in parts)


def _speaks_of_another(evidence: Evidence, clause: Clause, code: str, names: ThingNames) -> bool:
    if not clause.names_its_party or clause.party not in names.kinds:
        return False
    fitting = {*clause.parties, clause.subject, *evidence.text.gazetteer.ancestors(clause.party)}
    return code not in fitting and not named_spans(evidence, code, names, clause.stretch)
