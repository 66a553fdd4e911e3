"""Whether the words let the member of a group lead it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from ontology.schema.enums import Membership
from ontology.schema.kinds import MemberOf

# Words for leading, and how far from them the leader may stand.
LEADING = "(?:负责)?(?:牵头|领衔|领办|龙头|为首|为主体|主导|总院|为核心|任组长|任理事长)"
LEADING_BEHIND = re.compile(f"[^，,。；;、]{{0,6}}{LEADING}")
LEADING_BEFORE = re.compile(f"{LEADING}[^，,。；;、]{{0,6}}$")


def member_doubts(evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The code PARTY for a leader beside whose name no word for leading stands, or for a member
    beside whose name one does."""
    statement = evidence.statement
    if not isinstance(statement, MemberOf):
        return
    text = evidence.text.clean.text
    spans = [
        span
        for stretch in evidence.stretches
        for span in named_spans(evidence, statement.member, names, stretch)
    ]
    leads = any(
        LEADING_BEHIND.match(text, end) or LEADING_BEFORE.search(text[:start])
        for start, end in spans
    )
    if spans and leads != (statement.role is Membership.LEAD):
        yield FindingCode.PARTY.value
