"""The networks of a built panel by name: of the study, of files, lessons, inferred sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from diffusion.built_panels.adoption_states import AdoptionStates
from diffusion.built_panels.earlier_lessons import LessonCounts, earlier_lessons
from diffusion.built_panels.inferred_sources import InferredSources, inferred_sources
from diffusion.built_panels.network_terms import INFERRED_NETWORK, LESSON_NETWORK, NetworkTerm
from diffusion.study.errors import WrongStudy
from diffusion.study.result import sentence
from diffusion.study.study import Study, Tie

CONTACTS = "contacts"


@dataclass(frozen=True)
class Networks:
    """The ties of each network; `inferred_sources` is None if they were not asked for."""

    ties: Mapping[str, tuple[Tie, ...]]
    because: Mapping[str, frozenset[str]]
    inferred_sources: InferredSources | None = None

    def for_policy(
        self, network: str, states: AdoptionStates
    ) -> tuple[tuple[Tie, ...], LessonCounts]:
        """The ties that may explain adoptions of this policy, and how many lessons do."""
        if network != LESSON_NETWORK:
            return self.ties[network], LessonCounts()
        because = self.because.get(states.policy, frozenset())
        return earlier_lessons(self.ties[LESSON_NETWORK], because, states)


def networks_of(study: Study, terms: Iterable[NetworkTerm]) -> Networks:
    """The networks of these terms; raises WrongStudy if the study lacks one of them."""
    ties = _ties_by_network(study)
    required = dict.fromkeys(term.network for term in terms)
    if missing := [name for name in required if name not in (*ties, INFERRED_NETWORK)]:
        available = ", ".join(network_names(study)) or "-"
        raise WrongStudy(sentence("no_network", wrong=", ".join(missing), found=available))
    inferred = inferred_sources(study) if INFERRED_NETWORK in required else None
    if inferred is not None:
        ties[INFERRED_NETWORK] = inferred.ties
    return Networks(ties, study.background.adoption_based_ties, inferred)


def network_names(study: Study) -> tuple[str, ...]:
    """The networks of which a study can have terms."""
    return (
        *_ties_by_network(study),
        *((INFERRED_NETWORK,) if study.background.other_cascades else ()),
    )


def _ties_by_network(study: Study) -> dict[str, tuple[Tie, ...]]:
    by_name = {CONTACTS: study.contacts, LESSON_NETWORK: study.ties, **study.background.networks}
    return {name: ties for name, ties in by_name.items() if ties}


def with_networks(study: Study, networks: Mapping[str, tuple[Tie, ...]]) -> Study:
    """The study with further networks; one of the same name takes the place of the study's own.

    Raises WrongStudy if no tie of one of them joins two of the study's units.
    """
    units = set(study.panel.cells[study.panel.unit]) if study.panel else set(study.nodes)
    for name, ties in networks.items():
        if not any({tie.learner, tie.teacher} <= units for tie in ties):
            example = ", ".join(sorted(units)[:2])
            raise WrongStudy(sentence("network_elsewhere", name=name, example=example or "-"))
    all_networks = {**study.background.networks, **networks}
    return replace(study, background=replace(study.background, networks=all_networks))
