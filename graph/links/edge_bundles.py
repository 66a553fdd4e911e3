"""What a picture of the facts draws: one line for all links of one type between two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model.property_graph import Edge, PropertyGraph
from ontology.schema.kinds import SELF, STATEMENTS, Stance

# The links that tell how a reform spread, in the order in which they matter.
MAIN_EDGE_TYPES = ("LEARNED_FROM", "DERIVED_FROM", "HAS_MODEL", "ENDORSES", "DESIGNATED_AS")
STANCES = tuple(stance.value for stance in Stance)

BundleKey = tuple[str, str, str]  # the start, type and end of a line


@dataclass(frozen=True)
class EdgeBundle:
    """All links of one type between two things.

    `stance` is the firmest one, `year` the first in which a link may have come about.
    From the day `possible` on it may have come about (`date.min`: always, None: undated), from
    the day `certain` on it has (None: no day is sure).
    """

    id: str
    start: str
    type: str
    end: str
    stance: str
    year: int | None
    statements: tuple[str, ...]
    possible: date | None = None
    certain: date | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """Both things."""
        return self.start, self.end

    @property
    def key(self) -> BundleKey:
        """What all its links have in common."""
        return self.start, self.type, self.end


def bundle_types() -> tuple[str, ...]:
    """Every type of link between two things, the main ones first."""
    found = (edge.type for kind in STATEMENTS for edge in kind.edges if edge.start != SELF)
    return tuple(dict.fromkeys((*MAIN_EDGE_TYPES, *found)))


def statement_edges(graph: PropertyGraph) -> list[Edge]:
    """The links between things that statements bear out."""
    known = set(bundle_types())
    return [x for x in graph.edges if relation(x) in known and "statements" in x.properties]


def relation(link: Edge) -> str:
    """What a link says, also if it says that it is planned or denied."""
    return str(link.properties.get("relation", link.type))


def year(link: Edge) -> int | None:
    """The year in which the interval of a link's date begins; if that is open, in which it ends."""
    day = link.properties.get("earliest") or link.properties.get("latest")
    return int(str(day)[:4]) if day else None


def days(link: Edge) -> tuple[date, date | None] | None:
    """The first day on which a link may have come about and the day by which it has.

    None if it is undated; an open beginning is `date.min`, an open end None.
    """
    earliest, latest = (link.properties.get(key) for key in ("earliest", "latest"))
    if not (earliest or latest):
        return None
    first = date.fromisoformat(str(earliest)) if earliest else date.min
    return first, date.fromisoformat(str(latest)) if latest else None


def edge_bundles(links: Iterable[Edge]) -> list[EdgeBundle]:
    """The lines of these links, by id."""
    return sorted(map(bundle_of, edges_by_bundle(links).values()), key=lambda one: one.id)


def edges_by_bundle(links: Iterable[Edge]) -> Mapping[BundleKey, Sequence[Edge]]:
    """The links that make a line each, by its start, type and end."""
    groups: dict[BundleKey, list[Edge]] = defaultdict(list)
    for link in links:
        groups[link.start, relation(link), link.end].append(link)
    return groups


def bundle_of(links: Sequence[Edge]) -> EdgeBundle:
    """The line of all links of one type between two things."""
    start, type, end = links[0].start, relation(links[0]), links[0].end
    years = [found for link in links if (found := year(link)) is not None]
    dates = [span for link in links if (span := days(link)) is not None]
    return EdgeBundle(
        id=f"{start}-{type}-{end}",
        start=start,
        type=type,
        end=end,
        stance=min((str(x.properties["stance"]) for x in links), key=STANCES.index),
        year=min(years, default=None),
        statements=tuple(sorted({id for link in links for id in _statements(link.properties)})),
        possible=min((first for first, _ in dates), default=None),
        certain=min((last for _, last in dates if last), default=None),
    )


def _statements(properties: Mapping[str, object]) -> list[str]:
    held = properties["statements"]
    assert isinstance(held, list)
    return held
