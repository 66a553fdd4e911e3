"""Pairs each new statement with the old one that it continues: one to one, deterministic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from graph.model.facts import Facts
from graph.model.statement_content import CURATION
from graph.model.withdrawal import Withdrawal
from ontology.schema.kinds import SELF, Source, Statement

# The fields for where a statement was read, which are not part of its content.
SPOT = {"start", "end", "sha256", "also_at"}
Group = tuple[type[Statement], str]


@dataclass(frozen=True)
class _Candidate:
    """An old and a new statement that may be the same; the smallest `rank` is best."""

    rank: tuple[int, int, int, tuple[str, ...]]
    old: str
    new: str


def statement_pairs(old: Facts, new: Facts) -> Mapping[str, str]:
    """The new id of each old statement that continues, by its old id.

    A statement that is in both states continues as it is. A statement that a curator has withdrawn
    continues as the statement that replaces it, or not at all. Of the others, an old and a new one
    are paired if they have the same kind and source, and also the same content at another spot, or
    overlapping spans and the same ends, or the same span and one end in common. Pairs that have
    more in common come first. If the two states are exchanged, the pairs are the same in reverse.
    """
    pairs = {id: id for id in old.statements if id in new.statements}
    successors = _recorded_successors(old, new)
    pairs |= successors
    settled_ids = {*old.withdrawn, *new.withdrawn, *successors, *successors.values()}
    removed_statements = _unpaired_statements(old, new, settled_ids)
    added_statements = _unpaired_statements(new, old, settled_ids)
    paired_ids: set[str] = set()
    for candidate in sorted(
        _candidates(old, new, removed_statements, added_statements), key=lambda pair: pair.rank
    ):
        if candidate.old not in pairs and candidate.new not in paired_ids:
            pairs[candidate.old] = candidate.new
            paired_ids.add(candidate.new)
    return pairs


def _unpaired_statements(facts: Facts, other: Facts, settled_ids: set[str]) -> dict[str, Statement]:
    """The statements in only one state for which no curator recorded a successor or withdrawal."""
    return {
        id: statement
        for id, statement in facts.statements.items()
        if id not in other.statements and id not in settled_ids
    }


def _recorded_successors(old: Facts, new: Facts) -> dict[str, str]:
    """The old statements with those that replace them, by the record of withdrawn statements.

    If a statement replaces several, the first by id continues. This also holds with the states
    exchanged, where the record is read backwards.
    """
    withdrawn = {**old.withdrawn, **new.withdrawn}
    ends: dict[str, str] = {}
    for first, second in ((old, new), (new, old)):
        for id in sorted(first.statements.keys() - second.statements.keys()):
            end = _successor(id, withdrawn, second)
            pair = (id, end) if first is old else (end, id)
            if end is not None and pair[0] not in ends and pair[1] not in ends.values():
                ends[str(pair[0])] = str(pair[1])
    return ends


def _successor(id: str, withdrawn: Mapping[str, Withdrawal], facts: Facts) -> str | None:
    """The statement of these facts that replaces another, directly or through others."""
    passed_ids: set[str] = set()
    while id in withdrawn and id not in passed_ids:
        passed_ids.add(id)
        next_id = withdrawn[id].replaced_by
        if next_id is None or next_id in facts.statements:
            return next_id
        id = next_id
    return None


def _candidates(
    old: Facts,
    new: Facts,
    removed_statements: Mapping[str, Statement],
    added_statements: Mapping[str, Statement],
) -> Iterator[_Candidate]:
    groups = _ids_by_group(new, old, added_statements)
    for group, ids in _ids_by_group(old, new, removed_statements).items():
        for old_id, new_id in product(ids, groups.get(group, ())):
            first, second = removed_statements[old_id], added_statements[new_id]
            likeness = _likeness(first, second)
            if likeness is not None:
                equal_fields = _equal_fields(first, second)
                distance = abs(first.start - second.start) + abs(first.end - second.end)
                rank = likeness, -equal_fields, distance, tuple(sorted((old_id, new_id)))
                yield _Candidate(rank, old_id, new_id)


def _ids_by_group(
    facts: Facts, other: Facts, statements: Mapping[str, Statement]
) -> Mapping[Group, list[str]]:
    """The ids of these statements by kind and source."""
    groups: dict[Group, list[str]] = defaultdict(list)
    for id, statement in statements.items():
        groups[type(statement), _source_key(facts, other, statement.source)].append(id)
    return groups


def _source_key(facts: Facts, other: Facts, code: str) -> str:
    """A source's code; if the other state does not have the source, the hash of its text."""
    source = facts.things.get(code)
    return source.sha256 if isinstance(source, Source) and code not in other.things else code


def _likeness(old: Statement, new: Statement) -> int | None:
    """The likeness of two statements of a kind and source, smallest is best; None if unlike."""
    if says_the_same(old, new):
        return 0
    ends = [getattr(old, name) == getattr(new, name) for name in _ends(type(old))]
    if all(ends) and old.start < new.end and new.start < old.end:
        return 1
    if any(ends) and (old.start, old.end) == (new.start, new.end):
        return 2
    return None


def says_the_same(old: Statement, new: Statement) -> bool:
    """Whether two statements differ at most in their spot and in the record of their reading."""
    record_fields = SPOT | CURATION
    return all(
        value == new.__dict__[name]
        for name, value in old.__dict__.items()
        if name not in record_fields and name != "source"
    )


def _ends(kind: type[Statement]) -> list[str]:
    """The fields at the ends of the first edge; of all edges if the fact is a node itself."""
    edges = kind.edges if kind.edges[0].start == SELF else kind.edges[:1]
    return [name for edge in edges for name in (edge.start, edge.end) if name != SELF]


def _equal_fields(old: Statement, new: Statement) -> int:
    return sum(value == new.__dict__[name] for name, value in old.__dict__.items())
