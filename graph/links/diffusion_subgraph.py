"""The part of the graph that starts from one thing: who learned from it, and what followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.links.edge_bundles import EdgeBundle
from graph.model.closure import transitive_closure
from ontology.schema.kinds import EdgeRole, types_of_roles

# A lesson goes from its end to its start; a model belongs to its holder and its holder to it.
LESSONS = types_of_roles(EdgeRole.LESSON, EdgeRole.ORIGIN)
HOLDINGS = types_of_roles(EdgeRole.HOLDING)
RECOGNITIONS, PRAISES = types_of_roles(EdgeRole.RECOGNITION), types_of_roles(EdgeRole.PRAISE)


def story_codes(bundles: Iterable[EdgeBundle], start: str) -> set[str]:
    """All that learned from the start, directly or through others, with what followed from it.

    A programme or an endorser is named, but does not lead on to all others that it names.
    """
    bundles = list(bundles)
    onward: dict[str, list[str]] = defaultdict(list)
    for bundle in bundles:
        for origin, next_code in _steps(bundle):
            onward[origin].append(next_code)
    story = transitive_closure([start], lambda code: onward.get(code, ()))
    return story | {code for bundle in bundles for code in _recognition(bundle, story)}


def story_core(bundles: Iterable[EdgeBundle], start: str) -> set[str]:
    """Those of the story that learned, and their models, without programmes and endorsers."""
    return story_codes((b for b in bundles if b.type in (*LESSONS, *HOLDINGS)), start)


def _steps(bundle: EdgeBundle) -> Iterable[tuple[str, str]]:
    """The directions between its ends in which the story continues."""
    if bundle.type in LESSONS:
        yield bundle.end, bundle.start
    if bundle.type in HOLDINGS:
        yield bundle.ends
        yield bundle.end, bundle.start


def _recognition(bundle: EdgeBundle, story: set[str]) -> Iterable[str]:
    if bundle.type in RECOGNITIONS and bundle.start in story:
        yield bundle.end
    if bundle.type in PRAISES and bundle.end in story:
        yield bundle.start
