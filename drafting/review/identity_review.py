"""The meaning of a name: candidates, judgements, and the rows that rest on a judgement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from drafting.decisions.decision import Decision
from drafting.decisions.identity import (
    Identity,
    Judgement,
    ended_links,
    identity_from_object,
    identity_object,
    standing_identities,
)
from drafting.decisions.line_log import LineLog
from drafting.decisions.review_error import ActionRefused, sentence
from drafting.review.draft_folder import DraftFolder
from graph.lookup.search import NameIndex, name_index
from graph.model.facts import Facts
from ontology.schema.kinds import ACTORS
from ontology.schema.value_types import SEPARATOR

MAX_CANDIDATES = 5


@dataclass(frozen=True)
class IdentityCandidate:
    """A thing that a name may mean; `containers` are the codes that it lies in, innermost first."""

    code: str
    containers: tuple[str, ...]
    judgement: Judgement | None


class IdentityReview:
    """The identities of a facts folder for a curator to judge."""

    def __init__(
        self, folder: DraftFolder, facts: Facts, curator: str, clock: Callable[[], datetime]
    ) -> None:
        if not curator.strip():
            raise ActionRefused(sentence("who_decides"))
        self.facts, self.curator, self._clock = facts, curator.strip(), clock
        self._log = LineLog(folder.identity_log, identity_from_object)
        self._lines = self._log.new_entries()
        things = [thing for thing in facts.things.values() if isinstance(thing, ACTORS)]
        self._index: NameIndex = name_index(things)

    def candidates(
        self, name: str, source: str, containing_places: Iterable[str] = ()
    ) -> tuple[IdentityCandidate, ...]:
        """Up to five things that a name of a source may mean, the likeliest first.

        `containing_places` are the codes of places that it lies in according to the text: things
        that lie there come first, otherwise the order is that of the name search.
        """
        wanted_places = frozenset(containing_places)
        standing = standing_identities(self._lines)
        matches = []
        for hit in self._index.hits(name):
            line = standing.get((name, source, hit.code))
            containers = tuple(containers_of(self.facts, hit.code))
            matches.append(
                IdentityCandidate(hit.code, containers, line.judgement if line else None)
            )
        matches.sort(key=lambda match: not wanted_places & {match.code, *match.containers})
        return tuple(matches[:MAX_CANDIDATES])

    def judge(self, name: str, source: str, code: str, judgement: Judgement) -> Identity:
        """Writes a judgement; it returns when the line is on the disk.

        Raises ActionRefused for an empty name or a code that no thing of the facts has.
        """
        if not name.strip() or code not in self.facts.things or not source.strip():
            raise ActionRefused(sentence("no_such_identity", name=name, code=code, source=source))
        now = self._clock().isoformat(timespec="milliseconds")
        identity = Identity(name.strip(), source, code, judgement, self.curator, now)
        with self._log.lock():
            self._lines += self._log.new_entries()
            self._log.append(identity_object(identity))
            self._lines += self._log.new_entries()
        return identity

    def take_back(
        self, name: str, source: str, code: str, decisions: Iterable[Decision]
    ) -> tuple[Decision, ...]:
        """Ends a judgement, and returns the accepted rows that rested on it."""
        if (name, source, code) not in standing_identities(self._lines):
            raise ActionRefused(sentence("no_judgement", name=name, code=code, source=source))
        self.judge(name, source, code, Judgement.TAKEN_BACK)
        return rows_on_ended_links(self._lines, decisions)


def rows_on_ended_links(
    identities: Iterable[Identity], decisions: Iterable[Decision]
) -> tuple[Decision, ...]:
    """The accepted rows of a source with a thing that a name of the source no longer means.

    A row that was decided on after that does not count: its curator knew it.
    """
    ends = tuple(ended_links(identities))
    return tuple(
        decision
        for decision in decisions
        if decision.admits and any(_rests_on(decision, end) for end in ends)
    )


def _rests_on(decision: Decision, end: Identity) -> bool:
    codes = {part for _, cell in decision.cells for part in cell.split(SEPARATOR)}
    decision_time, end_time = (
        datetime.fromisoformat(decision.decided_at),
        datetime.fromisoformat(end.decided_at),
    )
    return decision.draft.source == end.source and end.code in codes and decision_time <= end_time


def containers_of(facts: Facts, code: str) -> Iterator[str]:
    """The places that a thing lies in, from the nearest outwards, each once."""
    codes, level = {code}, [code]
    while level:
        containers = (container for part, container in facts.containment if part in level)
        level = [container for container in dict.fromkeys(containers) if container not in codes]
        codes.update(level)
        yield from level
