"""Weights of exposure: each node's contacts, or the nodes in a similar position."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scipy.sparse import csr_array

from diffusion.networks.structural_equivalence import (
    equivalence_within,
    inverse_weights,
    structural_equivalence,
)
from diffusion.study.errors import BadOption, require
from diffusion.study.panel import group_labels
from diffusion.study.study import Study


class ExposureWeight(StrEnum):
    """What weighs the others; `inverse` is alt.graph = "se" of netdiffuseR."""

    CONTACTS = "contacts"
    EQUIVALENCE = "equivalence"
    INVERSE = "inverse"


@dataclass(frozen=True, slots=True)
class WeightOptions:
    """How the weights are chosen; `group_column` has the groups of the nodes."""

    weight: ExposureWeight
    cohesion: float
    group_column: str | None

    def check(self) -> None:
        """Raises BadOption."""
        require(0 < self.cohesion < float("inf"), "cohesion", self.cohesion, "cohesion > 0")
        if self.group_column is not None and self.weight is ExposureWeight.CONTACTS:
            raise BadOption(f"--within {self.group_column} → --weight equivalence|inverse")


def exposure_weights(
    study: Study, nodes: tuple[str, ...], ties: csr_array, options: WeightOptions
) -> csr_array:
    """The n x n weights from ego to alter: the ties, or structural equivalence by them.

    Raises WrongStudy if the nodes have no such column of groups.
    """
    if options.weight is ExposureWeight.CONTACTS:
        return ties
    if options.group_column is None:
        weights = structural_equivalence(ties, options.cohesion)
    else:
        groups = group_labels(study, nodes, options.group_column)
        weights = equivalence_within(ties, groups, options.cohesion)
    inverse = options.weight is ExposureWeight.INVERSE
    return csr_array(inverse_weights(weights) if inverse else weights)
