"""The tables that both actor models share: actors, and who is near whom."""

from __future__ import annotations

from diffusion.study.panel import adjacency
from diffusion.study.study import Study, StudyNode

# The columns that every actor has; the attributes of the study follow.
NAMES = ("label", "name_zh", "name_en")
# Columns that goldfish, or the table, uses for something else.
RESERVED_COLUMNS = (*NAMES, "present", "adopted", "adopted_since")


def actors_in_order(study: Study) -> tuple[StudyNode, ...]:
    """The actors in the order of all tables and matrices."""
    return tuple(study.nodes[code] for code in sorted(study.nodes))


def attribute_columns(study: Study) -> tuple[str, ...]:
    """The attributes of which some actor has a value, but for the names of other columns."""
    keys = {key for node in study.nodes.values() for key in node.values}
    return tuple(sorted(keys.difference(RESERVED_COLUMNS)))


def actor_cells(node: StudyNode, attributes: tuple[str, ...]) -> list[str]:
    """An actor's names and attributes."""
    names = [node.id, node.name("zh"), node.name("en")]
    return names + [node.values.get(key, "") for key in attributes]


def contact_rows(study: Study) -> list[list[int]]:
    """n x n: 1 where the actor of the row has a contact with that of the column."""
    order = tuple(node.id for node in actors_in_order(study))
    rows: list[list[int]] = adjacency(study.contacts, order).toarray().astype(int).tolist()
    return rows
