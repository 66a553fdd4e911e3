"""The load of a dataset that readers of a server see; see `loads`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import neo4j

from graph.stores.store import DATASET, Parameter
from ontology.derive.neo4j_constraints import RELEASE

Outcome = TypeVar("Outcome")
# The values of a query's parameters.
Values = dict[str, Parameter]

LOADED_NAME_QUERY = f"MATCH (r:{RELEASE} {{dataset: $dataset}}) RETURN r.loaded_as AS loaded_as"


def loaded_name(session: neo4j.Session, dataset: str) -> str:
    """What the nodes and edges of a dataset that readers see carry as their `dataset`."""
    record = session.run(LOADED_NAME_QUERY, {"dataset": dataset}).single()
    name: str | None = record["loaded_as"] if record else None
    return name or dataset


class LoadInUse:
    """The load of a dataset of which a store's questions are asked; of no dataset without one."""

    def __init__(self, dataset: str | None) -> None:
        self._dataset = self._name = dataset

    def ask(
        self,
        session: neo4j.Session,
        question: Callable[[Values], Outcome],
        parameters: Mapping[str, Parameter],
    ) -> Outcome:
        """What a question gets whose values are these, and the `dataset` that its load carries.

        It is asked again if another load took that one's place meanwhile, for the old one may have
        been removed under it.
        """
        if self._dataset is None:
            return question({**parameters})
        while True:
            name = self._name
            outcome = question({DATASET: name, **parameters})
            self._name = now = loaded_name(session, self._dataset)
            if now == name:
                return outcome
