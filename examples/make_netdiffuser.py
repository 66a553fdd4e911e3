"""Two classic studies of who named whom as facts folders: Medical Innovation, Brazilian Farmers.

    python -m examples.make_netdiffuser medinn    [--data tests/published/netdiffuser] [--out …]
    python -m examples.make_netdiffuser brfarmers

Reads NAME_nodes.csv (uid, where, when, and further columns) and NAME_edges.csv (from_uid,
named_uid) as drawn from the R package netdiffuseR. A row of edges is one nomination: it was asked
for whether or not anybody adopted, and is no lesson. The tables join what was asked in several
questions (adviser, discussion partner, friend …), so that `how` stays empty. A row of nodes
states where somebody lives and when he adopted. By netdiffuseR's convention "non-adopting actors
are coded as one plus the last observed time": that row states that he had not adopted as of then.

Coleman, Katz & Menzel 1966, Medical Innovation: A Diffusion Study; Rogers, Ascroft & Röling 1970,
Diffusion of Innovation in Brazil, Nigeria, and India; Valente 1995, Network Models of the Diffusion
of Innovations; netdiffuseR (MIT; Vega Yon, Valente). The calendar months and the cities' names of
Medical Innovation are in the codebook of the data as R. S. Burt prepared them (Burt 1987,
American Journal of Sociology 92).
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from examples.facts_folder import Cells, read_table, write_folder
from examples.published_table import PublishedRow, PublishedTable, published_table
from ontology.schema.kinds import (
    Adoption,
    Indicator,
    Kind,
    Measurement,
    Mechanism,
    Nomination,
    Person,
    Place,
    Source,
    Unit,
    Within,
)
from texts.tables import BilingualText

NAMES_FOLDER = Path(__file__).with_name("netdiffuser")
PUBLISHED_FOLDER = Path(__file__).parents[1] / "tests" / "published" / "netdiffuser"
READER = {"stance": "stated", "curator": "examples/make_netdiffuser.py", "accepted": "2026-11-22"}
CATEGORY = {"code": "category", "name_zh": "类", "name_en": "category"}


@dataclass(frozen=True)
class NumberedName(BilingualText):
    """A name in which {} is the number."""

    def cells(self, code: str, number: str = "") -> dict[str, str]:
        """The columns of a thing of this name."""
        return {
            "code": code,
            "name_zh": self.zh.format(number),
            "name_en": self.en.format(number),
        }


@dataclass(frozen=True)
class NetdiffuserStudy:
    """One study: the columns of its table of nodes, and the names of their values.

    `end_time` is the time of who had not adopted, `last_date` the EDTF date as of which he had not.
    `figures` are the columns that hold the number of a category.
    """

    title: NumberedName
    person: NumberedName
    place: str
    time: str
    end_time: int
    last_date: str
    mechanism: str
    innovation: NumberedName
    figures: Mapping[str, NumberedName]


STUDIES = {
    "medinn": NetdiffuserStudy(
        title=NumberedName("Medical Innovation", "Medical Innovation"),
        person=NumberedName("{} 号医生", "Doctor {}"),
        place="city",
        time="toa",
        end_time=18,
        last_date="1955-02",
        mechanism="tetracycline",
        innovation=NumberedName("四环素", "tetracycline"),
        figures={
            "belief": NumberedName("对科学的看法（分类）", "belief (category)"),
            "proage": NumberedName("从业年代（分类）", "professional age (category)"),
        },
    ),
    "brfarmers": NetdiffuserStudy(
        title=NumberedName("Brazilian Farmers", "Brazilian Farmers"),
        person=NumberedName("{} 号农户", "Farmer {}"),
        place="village",
        time="adopt_year",
        end_time=1965,
        last_date="1964",
        mechanism="hybrid-corn",
        innovation=NumberedName("杂交玉米", "hybrid corn"),
        figures={},
    ),
}


def make_netdiffuser(name: str, data: Path, folder: Path) -> None:
    """Writes the facts folder of `medinn` or `brfarmers`; raises OSError without the data."""
    study = STUDIES[name]
    nodes = published_table(data / f"{name}_nodes.csv")
    edges = published_table(data / f"{name}_edges.csv")
    settings = (NAMES_FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    periods = tomllib.loads(settings).get("periods", [])
    places = {row.pop("number"): row for row in read_table(NAMES_FOLDER / f"{name}_places.csv")}
    codes = {number: row["code"] for number, row in places.items()}
    tables: Mapping[type[Kind], Iterator[Cells]] = {
        Place: iter(places.values()),
        Person: (study.person.cells(uid, uid) for uid in (r.cells["uid"] for r in nodes.rows)),
        Mechanism: iter([study.innovation.cells(study.mechanism)]),
        Unit: iter([CATEGORY] if study.figures else []),
        Indicator: (
            {**name_of_column.cells(column), "unit": CATEGORY["code"]}
            for column, name_of_column in study.figures.items()
        ),
        Source: sources(study, nodes, edges),
        Within: locations(study, nodes, codes),
        Adoption: adoptions(study, nodes, periods),
        Measurement: measurements(study, nodes),
        Nomination: nominations(edges),
    }
    write_folder(folder, settings, tables)


def sources(
    study: NetdiffuserStudy, nodes: PublishedTable, edges: PublishedTable
) -> Iterator[Cells]:
    """The two tables of the study."""
    parts = {
        nodes: NumberedName("采用时间", "times of adoption"),
        edges: NumberedName("提名", "who named whom"),
    }
    for table, part in parts.items():
        yield {
            "code": source_code(table),
            "name_zh": f"{study.title.zh}：{part.zh}",
            "name_en": f"{study.title.en}: {part.en}",
            "type": "dataset",
            "language": "en",
            **table.source_cells(),
        }


def locations(
    study: NetdiffuserStudy, nodes: PublishedTable, codes: Mapping[str, str]
) -> Iterator[Cells]:
    """Where everybody lives."""
    for row in nodes.rows:
        yield {
            "part": row.cells["uid"],
            "whole": codes[row.cells[study.place]],
            **evidence(nodes, row),
        }


def adoptions(
    study: NetdiffuserStudy, nodes: PublishedTable, periods: list[str]
) -> Iterator[Cells]:
    """When everybody adopted, or that he had not when the watch ended."""
    for row in nodes.rows:
        time = row.cells[study.time]
        adoption = {
            "adopter": row.cells["uid"],
            "mechanism": study.mechanism,
            **evidence(nodes, row),
        }
        number = int(float(time))
        if number == study.end_time:
            yield {**adoption, "stance": "denied", "as_of": study.last_date}
        else:
            since = periods[number - 1] if periods else str(number)
            yield {**adoption, "since": since, "since_written": time}


def measurements(study: NetdiffuserStudy, nodes: PublishedTable) -> Iterator[Cells]:
    """The categories that have names."""
    for row in nodes.rows:
        for column in study.figures:
            if written := row.cells[column]:
                yield {
                    "subject": row.cells["uid"],
                    "indicator": column,
                    "value": written,
                    "value_written": written,
                    "bound": "=",
                    "unit": CATEGORY["code"],
                    **evidence(nodes, row),
                }


def nominations(edges: PublishedTable) -> Iterator[Cells]:
    """Who named whom."""
    for row in edges.rows:
        ends = {"nominator": row.cells["from_uid"], "nominee": row.cells["named_uid"]}
        yield {**ends, **evidence(edges, row)}


def source_code(table: PublishedTable) -> str:
    """The code of a table as a source: `medinn-edges`."""
    return Path(table.file).stem.replace("_", "-")


def evidence(table: PublishedTable, row: PublishedRow) -> dict[str, str]:
    """The position of a row, and who read it."""
    return {**row.span.cells(source_code(table)), **READER}


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("name", choices=STUDIES)
    arguments.add_argument("--data", type=Path, default=PUBLISHED_FOLDER)
    arguments.add_argument("--out", type=Path)
    options = arguments.parse_args()
    out: Path = options.out or Path("build") / options.name
    make_netdiffuser(options.name, options.data, out)
    print(f"{out}: python cli.py app --facts {out} --sources {options.data}")
