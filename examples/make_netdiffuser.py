"""Two classic studies of who named whom as facts folders: Medical Innovation, Brazilian Farmers.

    python -m examples.make_netdiffuser medinn    [--data tests/published/netdiffuser] [--out …]
    python -m examples.make_netdiffuser brfarmers

Reads NAME_nodes.csv (uid, where, when, and what else is told) and NAME_edges.csv (from_uid,
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
from texts.tables import Named

OURS = Path(__file__).with_name("netdiffuser")
PUBLISHED = Path(__file__).parents[1] / "tests" / "published" / "netdiffuser"
READ = {"stance": "stated", "curator": "examples/make_netdiffuser.py", "accepted": "2026-11-22"}
CATEGORY = {"code": "category", "name_zh": "类", "name_en": "category"}


@dataclass(frozen=True)
class Name(Named):
    """A name in which {} is the number."""

    def cells(self, code: str, number: str = "") -> dict[str, str]:
        """The columns of a thing of this name."""
        return {
            "code": code,
            "name_zh": self.zh.format(number),
            "name_en": self.en.format(number),
        }


@dataclass(frozen=True)
class Wave:
    """One study: the columns of its table of nodes, and how what stands in them is called.

    `ended` is the time of who had not adopted, `last` the EDTF date as of which he had not.
    `figures` are the columns that hold the number of a category.
    """

    title: Name
    person: Name
    place: str
    time: str
    ended: int
    last: str
    mechanism: str
    innovation: Name
    figures: Mapping[str, Name]


WAVES = {
    "medinn": Wave(
        title=Name("Medical Innovation", "Medical Innovation"),
        person=Name("{} 号医生", "Doctor {}"),
        place="city",
        time="toa",
        ended=18,
        last="1955-02",
        mechanism="tetracycline",
        innovation=Name("四环素", "tetracycline"),
        figures={
            "belief": Name("对科学的看法（分类）", "belief (category)"),
            "proage": Name("从业年代（分类）", "professional age (category)"),
        },
    ),
    "brfarmers": Wave(
        title=Name("Brazilian Farmers", "Brazilian Farmers"),
        person=Name("{} 号农户", "Farmer {}"),
        place="village",
        time="adopt_year",
        ended=1965,
        last="1964",
        mechanism="hybrid-corn",
        innovation=Name("杂交玉米", "hybrid corn"),
        figures={},
    ),
}


def make_netdiffuser(name: str, data: Path, folder: Path) -> None:
    """Writes the facts folder of `medinn` or `brfarmers`; raises OSError without the data."""
    wave = WAVES[name]
    nodes = published_table(data / f"{name}_nodes.csv")
    edges = published_table(data / f"{name}_edges.csv")
    settings = (OURS / f"{name}.toml").read_text(encoding="utf-8")
    periods = tomllib.loads(settings).get("periods", [])
    places = {row.pop("number"): row for row in read_table(OURS / f"{name}_places.csv")}
    codes = {number: row["code"] for number, row in places.items()}
    tables: Mapping[type[Kind], Iterator[Cells]] = {
        Place: iter(places.values()),
        Person: (wave.person.cells(one, one) for one in (r.cells["uid"] for r in nodes.rows)),
        Mechanism: iter([wave.innovation.cells(wave.mechanism)]),
        Unit: iter([CATEGORY] if wave.figures else []),
        Indicator: (
            {**called.cells(column), "unit": CATEGORY["code"]}
            for column, called in wave.figures.items()
        ),
        Source: sources(wave, nodes, edges),
        Within: withins(wave, nodes, codes),
        Adoption: adoptions(wave, nodes, periods),
        Measurement: measurements(wave, nodes),
        Nomination: nominations(edges),
    }
    write_folder(folder, settings, tables)


def sources(wave: Wave, nodes: PublishedTable, edges: PublishedTable) -> Iterator[Cells]:
    """The two tables of the study."""
    parts = {nodes: Name("采用时间", "times of adoption"), edges: Name("提名", "who named whom")}
    for table, part in parts.items():
        yield {
            "code": source(table),
            "name_zh": f"{wave.title.zh}：{part.zh}",
            "name_en": f"{wave.title.en}: {part.en}",
            "type": "dataset",
            "language": "en",
            **table.described(),
        }


def withins(wave: Wave, nodes: PublishedTable, codes: Mapping[str, str]) -> Iterator[Cells]:
    """Where everybody lives."""
    for row in nodes.rows:
        yield {"part": row.cells["uid"], "whole": codes[row.cells[wave.place]], **read(nodes, row)}


def adoptions(wave: Wave, nodes: PublishedTable, periods: list[str]) -> Iterator[Cells]:
    """When everybody adopted, or that he had not when the watch ended."""
    for row in nodes.rows:
        time = row.cells[wave.time]
        said = {"adopter": row.cells["uid"], "mechanism": wave.mechanism, **read(nodes, row)}
        number = int(float(time))
        if number == wave.ended:
            yield {**said, "stance": "denied", "as_of": wave.last}
        else:
            since = periods[number - 1] if periods else str(number)
            yield {**said, "since": since, "since_written": time}


def measurements(wave: Wave, nodes: PublishedTable) -> Iterator[Cells]:
    """The categories that are told."""
    for row in nodes.rows:
        for column in wave.figures:
            if written := row.cells[column]:
                yield {
                    "subject": row.cells["uid"],
                    "indicator": column,
                    "value": written,
                    "value_written": written,
                    "bound": "=",
                    "unit": CATEGORY["code"],
                    **read(nodes, row),
                }


def nominations(edges: PublishedTable) -> Iterator[Cells]:
    """Who named whom."""
    for row in edges.rows:
        ends = {"nominator": row.cells["from_uid"], "nominee": row.cells["named_uid"]}
        yield {**ends, **read(edges, row)}


def source(table: PublishedTable) -> str:
    """The code of a table as a source: `medinn-edges`."""
    return Path(table.file).stem.replace("_", "-")


def read(table: PublishedTable, row: PublishedRow) -> dict[str, str]:
    """Where a row stands, and who read it."""
    return {**row.spot.cells(source(table)), **READ}


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("name", choices=WAVES)
    arguments.add_argument("--data", type=Path, default=PUBLISHED)
    arguments.add_argument("--out", type=Path)
    given = arguments.parse_args()
    out: Path = given.out or Path("build") / given.name
    make_netdiffuser(given.name, given.data, out)
    print(f"{out}: python cli.py app --facts {out} --sources {given.data}")
