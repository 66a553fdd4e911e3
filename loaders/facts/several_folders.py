"""Several facts folders read as one: the labels of their files, and their common dataset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from graph.model.dataset import Dataset, ListedPlace


def folder_labels(folders: Sequence[Path]) -> tuple[str, ...]:
    """The text before the file names of each folder: empty for the first, else `NAME/`.

    A name that another folder has too is followed by a number: `NAME (3)/` is the third folder.
    """
    labels = [""]
    for number, folder in enumerate(folders[1:], start=2):
        label = f"{folder.resolve().name}/"
        labels.append(f"{label[:-1]} ({number})/" if label in labels else label)
    return tuple(labels)


def label_of(file: str) -> str:
    """The label of the folder of a table, by its file as faults name it."""
    name, slash, _ = file.rpartition("/")
    return name + slash


def joined_dataset(datasets: Sequence[Dataset]) -> Dataset:
    """The first dataset with the code lists of all; of lists with one name, the first counts."""
    first = datasets[0]
    lists: dict[str, Mapping[str, ListedPlace]] = {}
    for dataset in datasets:
        lists = {**dataset.code_lists, **lists}
    return replace(first, code_lists=lists)
