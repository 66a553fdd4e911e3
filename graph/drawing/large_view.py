"""A network of up to thousands of things as plain values, for the canvas of large networks.

Things are small signs in the colours of their kinds. What many links share is written once: their
looks stand in a list, and a link names its ends and its look by their places in lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from graph.drawing.edge_looks import DRAWN_REVERSED, edge_look
from graph.drawing.layout.spring_layout import Point, spring_spots
from graph.drawing.network_view import legend_of, link_title, name_of
from graph.drawing.theme import Options, Theme, groups, wrapped
from graph.links.edge_bundles import EdgeBundle
from graph.model.facts import Facts
from ontology.labels.labels import name as word

Item = dict[str, Any]

# More things than this are not drawn; see bench/README.md.
MOST_DRAWN = 5_000
# The radius of a thing with one link, in pixels, and the largest.
SMALLEST, LARGEST = 5.0, 22.0
# So wide is a name in the picture at most; a Chinese character counts as two letters.
MOST_LETTERS = 30
# The sign of each kind: the same as before a name, where it has one.
SHAPES: Mapping[str, str] = {
    "Place": "dot",
    "Organisation": "square",
    "Person": "dot",
    "ReformModel": "hexagon",
    "Programme": "diamond",
    "Mechanism": "dot",
    "Event": "star",
    "Source": "triangle",
}


def large_groups(theme: Theme) -> dict[str, Options]:
    """The look of each kind as a small sign, as vis-network's groups."""
    looks = groups(theme)
    return {kind: {**look, "shape": SHAPES.get(kind, "square")} for kind, look in looks.items()}


def large_spots(lines: Sequence[EdgeBundle]) -> dict[str, Point]:
    """The place of each thing at the ends of these lines; the same lines give the same places."""
    codes = sorted({code for line in lines for code in line.ends})
    return spring_spots(codes, sorted({(line.start, line.end) for line in lines}))


def large_scene(
    facts: Facts, lines: Sequence[EdgeBundle], spots: Mapping[str, Point], language: str
) -> Item:
    """All that is drawn, as plain values that become JSON.

    An edge is a list: its id, the places of its ends among `nodes`, that of its look among `looks`,
    its title, and the first and last year in which it may have come about (None: open).
    """
    counts = Counter(code for line in lines for code in line.ends)
    codes = sorted(counts)
    places = {code: at for at, code in enumerate(codes)}
    looks = sorted({(line.type, line.stance) for line in lines})
    look_places = {look: at for at, look in enumerate(looks)}
    return {
        "nodes": [_node(facts, code, spots[code], counts[code], language) for code in codes],
        "looks": [{"type": type, **edge_look(type, stance)} for type, stance in looks],
        "edges": [
            [
                line.id,
                *(places[code] for code in _drawn_ends(line)),
                look_places[line.type, line.stance],
                link_title(facts, line, language),
                *_years(line),
            ]
            for line in lines
        ],
        "legend": {**legend_of(facts, codes, lines, language), "notes": []},
    }


def _node(facts: Facts, code: str, at: Point, count: int, language: str) -> Item:
    name, kind = name_of(facts, code, language), type(facts.things[code]).__name__
    return {
        "id": code,
        "name": wrapped(name, MOST_LETTERS, 1),
        "title": f"{name} · {word(kind, language)} · {count}",
        "group": kind,
        "x": at[0],
        "y": at[1],
        "size": round(min(LARGEST, SMALLEST * count**0.3), 1),
        "links": count,
    }


def _drawn_ends(line: EdgeBundle) -> tuple[str, str]:
    return (line.end, line.start) if line.type in DRAWN_REVERSED else line.ends


def _years(line: EdgeBundle) -> tuple[int | None, int | None]:
    """The first and last year of a line's date; both are None if it has no date."""
    when = line.when
    if when is None:
        return None, None
    return (
        when.earliest.year if when.earliest else None,
        when.latest.year if when.latest else None,
    )
