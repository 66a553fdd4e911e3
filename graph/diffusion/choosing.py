"""What a measure asks of a study: cascades, the adoptions of one of them, ties, nodes."""

from __future__ import annotations

from dataclasses import replace

from graph.diffusion.data import Adoptions, Study
from graph.diffusion.errors import WrongStudy
from graph.diffusion.result import say


def only(study: Study, cascades: tuple[str, ...]) -> Study:
    """The study with these of its cascades; all, if none are named. Raises WrongStudy."""
    unknown = [id for id in cascades if id not in study.cascades]
    if unknown:
        raise WrongStudy(say("no_cascade", wrong=", ".join(unknown), found=listed(study)))
    kept = {id: study.cascades[id] for id in cascades} if cascades else study.cascades
    return replace(study, cascades=kept)


def adoptions(study: Study) -> Adoptions:
    """The adoptions of the study's only cascade; raises WrongStudy if it has another number."""
    if len(study.cascades) != 1:
        raise WrongStudy(say("needs_adoptions", found=listed(study)))
    return next(iter(study.cascades.values()))


def check(study: Study, needs: frozenset[str]) -> None:
    """Raises WrongStudy if the study has not what a measure needs.

    The needs are `cascades` (at least one), `adoptions` (of just one), `ties` and `nodes`.
    """
    if "cascades" in needs and not study.cascades:
        raise WrongStudy(say("needs_cascades"))
    if "adoptions" in needs:
        adoptions(study)
    if "ties" in needs and not study.ties:
        raise WrongStudy(say("needs_ties"))


def listed(study: Study, most: int = 12) -> str:
    """The ids of the cascades with the most adoptions, and how many more there are."""
    ids = sorted(study.cascades, key=lambda id: (-len(study.cascades[id]), id))
    more = f" … (+{len(ids) - most})" if len(ids) > most else ""
    return ", ".join(ids[:most]) + more


def unsaid(study: Study) -> int:
    """How many nodes might have adopted something, while nothing is said of their doing so."""
    adopters = {node for adoptions in study.cascades.values() for node in adoptions}
    return 0 if study.closed else len(set(study.nodes) - adopters)
