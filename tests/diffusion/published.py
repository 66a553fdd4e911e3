"""The published data as studies, and their expected results as rows."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from diffusion.registry import measure
from diffusion.study.result import Result
from diffusion.study.selection import select_cascades
from diffusion.study.study import Study
from loaders.study.study_tables import Tables, read_study

FOLDER = Path(__file__).parents[1] / "published"
STATES = {"cascade_id": "policy", "node": "statenam", "time": "adopt_year"}


def doctors() -> Study:
    """Medical Innovation: 125 doctors in four cities, who prescribed tetracycline in which month;
    18 is the end of the watch, as in netdiffuseR."""
    return _netdiffuser("medinn")


def farmers() -> Study:
    """Brazilian Farmers: 692 farmers, who took up hybrid corn in which year; 1965 is the end."""
    return _netdiffuser("brfarmers")


def states() -> Study:
    """SPID: 728 policies of 50 US states."""
    return read_study(Tables(FOLDER / "spid" / "policies.csv", columns=STATES))


def older_policies() -> Study:
    """The 187 policies of the first study."""
    columns = {**STATES, "node": "state"}
    return read_study(Tables(FOLDER / "spid" / "policies187_long.csv", columns=columns))


def study_in_years(study: Study, first: float | None, last: float | None) -> Study:
    """The study over another window."""
    return replace(study, window=(first, last))


def result(name: str, study: Study, **typed: str) -> Result:
    """A measure with options as a person types them."""
    asked = measure(name)
    return asked.run(study, **asked.parse_options(typed))


def expected(name: str) -> list[dict[str, str]]:
    """The rows of a table of expected results."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _netdiffuser(name: str) -> Study:
    folder = FOLDER / "netdiffuser"
    return read_study(Tables(None, folder / f"{name}_edges.csv", folder / f"{name}_nodes.csv"))


def study_of_cascades(study: Study, cascades: list[str]) -> Study:
    """The study with these cascades only."""
    return select_cascades(study, tuple(cascades))
