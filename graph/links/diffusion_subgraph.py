"""The story that starts from one thing: who learned from it, and what came of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.links.edge_bundles import EdgeBundle
from graph.model.closure import transitive_closure

# A lesson goes from its end to its start; a model belongs to its holder and its holder to it.
LESSONS = ("LEARNED_FROM", "DERIVED_FROM")
HOLDING = "HAS_MODEL"
ADMITTED, PRAISED = "DESIGNATED_AS", "ENDORSES"


def story_codes(lines: Iterable[EdgeBundle], start: str) -> set[str]:
    """All that learned from the start, directly or through others, with what became of it.

    A programme or an endorser is named, but does not lead on to all others that it names.
    """
    held = list(lines)
    onward: dict[str, list[str]] = defaultdict(list)
    for line in held:
        for one, other in _leads(line):
            onward[one].append(other)
    found = transitive_closure([start], lambda code: onward.get(code, ()))
    return found | {code for line in held for code in _beside(line, found)}


def story_core(lines: Iterable[EdgeBundle], start: str) -> set[str]:
    """Those of the story that learned, and their models, without programmes and endorsers."""
    return story_codes((line for line in lines if line.type in (*LESSONS, HOLDING)), start)


def _leads(line: EdgeBundle) -> Iterable[tuple[str, str]]:
    """From which of its ends to which other the story goes on."""
    if line.type in LESSONS:
        yield line.end, line.start
    if line.type == HOLDING:
        yield line.ends
        yield line.end, line.start


def _beside(line: EdgeBundle, story: set[str]) -> Iterable[str]:
    if line.type == ADMITTED and line.start in story:
        yield line.end
    if line.type == PRAISED and line.end in story:
        yield line.start
