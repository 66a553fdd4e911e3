"""The groups of a study's nodes by one of their columns, and the pairs that share a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from diffusion.study.coverage import tie_ends
from diffusion.study.errors import WrongStudy
from diffusion.study.result import sentence
from diffusion.study.study import Study


def groups_by_node(study: Study, column: str) -> dict[str, str]:
    """The group of each node that has one; raises WrongStudy if no node has a group."""
    by_node = {
        id: node.values[column] for id, node in study.nodes.items() if node.values.get(column)
    }
    if not by_node:
        columns = sorted({name for node in study.nodes.values() for name in node.values})
        raise WrongStudy(sentence("no_group", wrong=column, found=", ".join(columns) or "-"))
    return by_node


def pairs_in_same_group(groups: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each pair of nodes of the same group, once."""
    members = defaultdict(list)
    for node, group in sorted(groups.items()):
        members[group].append(node)
    for group_members in members.values():
        yield from combinations(group_members, 2)


def neighbour_pairs(study: Study, same: str | None) -> tuple[set[str], list[tuple[str, str]]]:
    """The nodes whose neighbours are known, and the pairs that are near.

    Two nodes are near if they share a group of the column `same`; without it, if in contact.
    """
    if same is None:
        return tie_ends(study.contacts), [(tie.learner, tie.teacher) for tie in study.contacts]
    grouped = groups_by_node(study, same)
    return set(grouped), list(pairs_in_same_group(grouped))
