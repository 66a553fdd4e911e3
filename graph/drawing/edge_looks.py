"""The looks of edges: each type has a role by its kind, and a role has a colour and a width.

A new edge type thus has a look: that of its role, or else that of context.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.drawing.scene_types.network import EdgeLook
from graph.drawing.theme import AMBER, BLUE, GREEN, INDIGO, MAUVE, OLIVE, RED, SLATE, TEAL
from graph.links.diffusion_subgraph import HOLDINGS, LESSONS
from graph.links.edge_bundles import MAIN_EDGE_TYPES
from ontology.schema.kinds import EDGE_TYPES, EdgeRole

# The colour and width of each role, as pixels at scale 1.
ROLE_LOOKS: Mapping[EdgeRole, tuple[str, float]] = {
    EdgeRole.LESSON: (RED, 4.0),
    EdgeRole.ORIGIN: (MAUVE, 3.2),
    EdgeRole.HOLDING: (AMBER, 1.3),
    EdgeRole.PRAISE: (INDIGO, 2.2),
    EdgeRole.RECOGNITION: (GREEN, 2.2),
    EdgeRole.UPTAKE: (BLUE, 1.1),
    EdgeRole.ISSUANCE: (TEAL, 1.1),
    EdgeRole.TIE: (OLIVE, 1.4),
    EdgeRole.CONTEXT: (SLATE, 1.1),
}
# Many edges of the further types run side by side, and are paler.
MAIN_OPACITY, FURTHER_OPACITY = 0.9, 0.5
# How large the arrowhead is: a lesson is followed over a long way.
LESSON_ARROW, ARROW = 0.9, 0.5
# The factor of opacity for an edge that is not certain at a moment.
STATE_OPACITY: Mapping[str, float] = {"certain": 1.0, "possible": 0.55, "undated": 0.5}
# These are drawn from end to start: the arrow points from the teacher to the learner.
REVERSED_TYPES = LESSONS
DASHES: Mapping[str, list[int]] = {"implied": [8, 6], "planned": [2, 6], "denied": [14, 4, 2, 4]}


def edge_role(type: str) -> EdgeRole:
    """The role of an edge type, or that of context if no kind has the type."""
    return EDGE_TYPES[type].role if type in EDGE_TYPES else EdgeRole.CONTEXT


def edge_look(type: str, stance: str) -> EdgeLook:
    """The colour, opacity, width and dashes of an edge, and the size of its arrowhead (0: none)."""
    colour, width = ROLE_LOOKS[edge_role(type)]
    return {
        "color": colour,
        "opacity": MAIN_OPACITY if type in MAIN_EDGE_TYPES else FURTHER_OPACITY,
        "width": width,
        "dashes": DASHES.get(stance, False),
        "arrow": _arrow(type),
    }


def _arrow(type: str) -> float:
    """The size of an arrowhead; none if the edge holds both ways or states an owner."""
    is_mutual = type in EDGE_TYPES and EDGE_TYPES[type].mutual
    if is_mutual or type in HOLDINGS:
        return 0.0
    return LESSON_ARROW if type in REVERSED_TYPES else ARROW
