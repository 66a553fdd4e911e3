"""The media type of a SPARQL answer, by what its reader accepts (RFC 9110, section 12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# The first of each is the default.
RESULT_TYPES = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
GRAPH_TYPES = ("text/turtle", "application/n-triples", "application/rdf+xml")
OTHER_NAMES = {"application/json": RESULT_TYPES[0], "application/xml": RESULT_TYPES[1]}


def best_type(accept: str, offered_types: Sequence[str]) -> str:
    """The offered type that an Accept header likes best, else the first of them."""
    wishes = sorted(_wishes(accept), key=lambda wish: -wish[1])
    return next(
        (type for type, quality in wishes if quality > 0 and type in offered_types),
        offered_types[0],
    )


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    """Each type of an Accept header with its quality."""
    for part in accept.split(","):
        type, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            yield OTHER_NAMES.get(type.lower(), type.lower()), float(quality)
        except ValueError:
            yield type.lower(), 0.0
