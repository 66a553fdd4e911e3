"""Things that were merged, split or given another code, by their statements and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.changes.change_types import IdentityChange, IdentityEvent
from graph.model.facts import Facts
from graph.model.statement_content import references

CodePair = tuple[str, str]


def identity_changes(
    old: Facts, new: Facts, pairs: Mapping[str, str]
) -> tuple[IdentityChange, ...]:
    """The merged, split and recoded things, by their codes; `pairs` are old and new statement ids.

    Two codes are the same thing if the new code replaces the old one in a statement that continues,
    or if another thing of the kind now has the names of a thing that is gone. A pair counts only if
    one code is missing in one of the states: else only the statement was corrected.
    """
    evidence: dict[CodePair, list[tuple[str, str]]] = defaultdict(list)
    for codes in _by_name(old, new):
        evidence[codes] = []
    for codes in _by_name(new, old):
        evidence[codes[1], codes[0]] = []
    for pair in sorted(pairs.items()):
        for codes in _replaced_codes(old, new, pair):
            evidence[codes].append(pair)
    changes = []
    for (first, second), statements in sorted(evidence.items()):
        event = _event(old, new, first, second)
        if event is not None:
            changes.append(IdentityChange(event, first, second, tuple(dict.fromkeys(statements))))
    return tuple(changes)


def _event(old: Facts, new: Facts, first: str, second: str) -> IdentityEvent | None:
    match first in new.things, second in old.things:
        case False, True:
            return IdentityEvent.MERGED
        case True, False:
            return IdentityEvent.SPLIT
        case False, False:
            return IdentityEvent.RECODED
    return None


def _replaced_codes(old: Facts, new: Facts, ids: tuple[str, str]) -> Iterator[CodePair]:
    """The codes that differ in a field of a statement, if they are of the same kind of thing."""
    before, after = old.statements[ids[0]], new.statements[ids[1]]
    new_codes = dict(references(after))
    for field, code in references(before):
        other = new_codes.get(field, code)
        first, second = old.things.get(code), new.things.get(other)
        if other != code and first is not None and type(first) is type(second):
            yield code, other


def _by_name(old: Facts, new: Facts) -> Iterator[CodePair]:
    """Each thing of `old` that is gone, with the only one of its kind that now has its name."""
    removed_things = [thing for code, thing in old.things.items() if code not in new.things]
    bearers = _bearers(new) if removed_things else {}
    for thing in removed_things:
        same_named = {code for name in thing.names for code in bearers.get((type(thing), name), ())}
        heirs = [code for code in same_named if _has_gained(old, new, code, thing.names)]
        if len(heirs) == 1:
            yield thing.code, heirs[0]


def _bearers(facts: Facts) -> Mapping[tuple[type, str], list[str]]:
    bearers: dict[tuple[type, str], list[str]] = defaultdict(list)
    for code, thing in facts.things.items():
        for name in thing.names:
            bearers[type(thing), name].append(code)
    return bearers


def _has_gained(old: Facts, new: Facts, code: str, names: Iterable[str]) -> bool:
    """Whether a thing has one of these names that it did not have before."""
    before = old.things[code].names if code in old.things else ()
    return bool(set(names) & set(new.things[code].names) - set(before))
