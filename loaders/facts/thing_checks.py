"""Checks of the codes and names of things, in their tables and in the code lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.model.dataset import ListedPlace
from loaders.facts.parsed_folder import ParsedFolder
from loaders.tables.csv_table import duplicate_codes
from loaders.tables.faults import Fault, nearest_choices
from ontology.schema.kinds import Place, Thing


def codes_are_unique(folder: ParsedFolder) -> Iterator[Fault]:
    yield from duplicate_codes((row, thing.code) for row, thing in folder.rows_of(Thing))


def things_are_named(folder: ParsedFolder) -> Iterator[Fault]:
    """In every language of the dataset; a missing column is reported once, not once a row."""
    reported_columns: set[tuple[str, str]] = set()
    for row, thing in folder.rows_of(Thing):
        for column in (f"name_{language}" for language in folder.dataset.languages):
            if getattr(thing, column) is not None or (row.file, column) in reported_columns:
                continue
            if column in row.columns:
                yield row.fault("missing_field", column, name=column)
            else:
                reported_columns.add((row.file, column))
                yield Fault(row.file, 1, 0, column, "missing_column", {"name": column})


# How many digits of a code of GB/T 2260 name the prefecture, and the province.
PREFECTURE_DIGITS, PROVINCE_DIGITS = 4, 2


def place_codes_are_listed(folder: ParsedFolder) -> Iterator[Fault]:
    lists = folder.dataset.code_lists
    for row, place in folder.rows_of(Place):
        system = place.code_system
        if system is None:
            continue
        if system not in lists:
            choices = nearest_choices(system, lists)
            yield row.fault("unknown_code_system", "code_system", value=system, choices=choices)
        elif place.code not in lists[system]:
            codes_of_name = [c for c, listed in lists[system].items() if listed.name in place.names]
            similar_places = () if codes_of_name else _similar_listed_places(place, lists[system])
            if similar_places:
                near_by = ", ".join(similar_places)
                yield row.fault(
                    "former_place_code", "code", value=place.code, system=system, alike=near_by
                )
                continue
            choices = tuple(codes_of_name) or nearest_choices(place.code, lists[system])
            yield row.fault(
                "unknown_place_code", "code", value=place.code, system=system, choices=choices
            )
        elif (name := lists[system][place.code].name) not in place.names:
            language = folder.dataset.languages[0]
            yield row.fault(
                "place_name_differs",
                f"name_{language}",
                system=system,
                code=place.code,
                wanted=name,
                value=place.name(language),
            )


def _similar_listed_places(
    place: Place, listed_places: Mapping[str, ListedPlace]
) -> tuple[str, ...]:
    """The listed places nearby that a county may have become: for 沙县 `350405 沙县区`.

    Their codes begin alike, as those of one prefecture or else of one province do.
    """
    stems = {_stem(name) for name in place.names}
    for digits in (PREFECTURE_DIGITS, PROVINCE_DIGITS):
        similar_places = tuple(
            f"{code} {entry.name}"
            for code, entry in listed_places.items()
            if code.startswith(place.code[:digits]) and entry.name.startswith(tuple(stems))
        )
        if similar_places:
            return similar_places
    return ()


def _stem(name: str) -> str:
    """A name without its last word for a level, unless only one character would be left."""
    stem = name.removesuffix("县").removesuffix("市").removesuffix("区")
    return stem if len(stem) > 1 else name
