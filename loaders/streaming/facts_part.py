"""Some facts of a dataset that is too large to be in memory as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.model.dataset import Dataset
from graph.model.facts import Facts
from ontology.schema.kinds import Place, Thing

# Returns the kind of the thing with a code; None if no thing has it.
KindOf = Callable[[str], type[Thing] | None]


def _no_kind(code: str) -> type[Thing] | None:
    return None


@dataclass(frozen=True)
class FactsPart(Facts):
    """Facts whose things and statements are those of a part.

    `kind_of` knows the codes of the whole dataset. `listed_pairs` are the places of this part with
    the place above each in its code list, `within_pairs` the pairs of places that statements of the
    whole dataset put within each other.
    """

    kind_of: KindOf = _no_kind
    listed_pairs: tuple[tuple[str, str], ...] = ()
    within_pairs: frozenset[tuple[str, str]] = frozenset()

    def kind_name(self, code: str) -> str:
        """The name of the kind of a thing of the whole dataset."""
        kind = self.kind_of(code)
        if kind is None:
            raise KeyError(code)
        return kind.__name__

    @cached_property
    def stated_containment(self) -> frozenset[tuple[str, str]]:
        """Each part with the place that a statement of the dataset puts it in."""
        return self.within_pairs

    def listed_edges(self) -> Iterator[tuple[str, str]]:
        """Each place of this part with the place above it in its code list."""
        return iter(self.listed_pairs)


def listed_pairs(
    dataset: Dataset, things: Iterable[Thing], kind_of: KindOf
) -> tuple[tuple[str, str], ...]:
    """The places among some things with the nearest place above in their code list."""

    def is_there(code: str) -> bool:
        return kind_of(code) is not None

    places = (thing for thing in things if isinstance(thing, Place))
    return tuple(
        (place.code, upper)
        for place in places
        if (upper := dataset.listed_above(place.code, place.code_system, is_there))
    )
