"""The datasets that a server holds, by the release nodes that `push` writes."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model.dataset import Dataset
from graph.stores.messages import message
from graph.stores.store import DatasetMissing, OtherDataset, Store
from ontology.derive.neo4j_constraints import RELEASE

QUERY = f"MATCH (r:{RELEASE}) RETURN r.dataset AS dataset, r.iri AS iri"


def stored_datasets(store: Store) -> Mapping[str, str | None]:
    """The base IRI of each dataset that a server holds, by name.

    The IRI is None if an earlier version, which wrote no IRI, was the last to push.
    """
    rows = store.ask(QUERY, {}).rows
    return {str(name): str(iri) if iri else None for name, iri in rows}


def check_stored_dataset(datasets: Mapping[str, str | None], dataset: Dataset) -> None:
    """Returns if this dataset is among these; else raises DatasetMissing or OtherDataset."""
    if dataset.name not in datasets:
        raise DatasetMissing(message("dataset_missing", name=dataset.name))
    check_iri(dataset.name, datasets[dataset.name], dataset.base_iri)


def check_iri(name: str, stored_iri: str | None, iri: str) -> None:
    """Raises OtherDataset if the stored dataset of this name has another base IRI."""
    if stored_iri is not None and stored_iri != iri:
        raise OtherDataset(message("other_dataset", name=name, stored_iri=stored_iri, iri=iri))
