"""The State Policy Innovation and Diffusion database (SPID) as a facts folder.

    python -m examples.make_spid [--data tests/published/spid] [--out build/spid]

Reads `policies.csv` (statenam, policy, adopt_year) and `policies_metadata.csv` (policy,
description, majortopic) as the R package NetworkInference ships them. Each row of `policies.csv`
is one stated adoption, and the row itself is the passage that states it. A policy is a mechanism
under its major topic; its name is the description in the database, in English only.

Boehmke, Brockway, Desmarais et al. 2020, SPID: A New Database for Inferring Public Policy
Innovativeness and Diffusion Networks, Policy Studies Journal 48, doi 10.1111/psj.12357; data
doi 10.7910/DVN/CVYSR7.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from examples.facts_folder import Cells, read_table, write_folder, write_table
from examples.published_table import PublishedTable, published_table
from ontology.schema.kinds import Adoption, Kind, Mechanism, Place, Source

NAMES_FOLDER = Path(__file__).with_name("spid")
PUBLISHED_FOLDER = Path(__file__).parents[1] / "tests" / "published" / "spid"
POLICIES, METADATA = "spid-policies", "spid-metadata"
CODE_SYSTEM = "ISO 3166-2"
CURATION_CELLS = {"curator": "examples/make_spid.py", "accepted": "2026-11-22"}

SETTINGS = f"""\
# Made by examples/make_spid.py from SPID; see examples/README.md for the credit.
title_zh = "美国各州的政策采用（SPID）"
title_en = "Policies adopted by the US states (SPID)"
licence = "MIT"
base_iri = "https://w3id.org/learned-from/spid/"

# SPID names its policies in English only
languages = ["en"]

[code_lists]
"{CODE_SYSTEM}" = "codes/iso3166-2.csv"

# made by examples/spid/make_outlines.py; Alaska and Hawaii stand in the corner
[map]
outlines = "codes/outlines.geojson"
frame = {{ west = -125.0, south = 24.0, east = -66.7, north = 49.6 }}
inset = [
  {{ west = -170.0, south = 53.0, east = -129.9, north = 71.6 }},
  {{ west = -160.5, south = 18.7, east = -154.6, north = 22.4 }},
]
inset_corner = "left"
credit_zh = "底图：us-atlas 3.0.1（ISC），已简化；原始数据为美国人口普查局的州界（公有领域）"
credit_en = "Base map: us-atlas 3.0.1 (ISC), simplified; boundaries of the US Census Bureau"
"""


def make_spid(data: Path, folder: Path) -> None:
    """Writes the facts folder; raises OSError if the data are not there."""
    policies = published_table(data / "policies.csv")
    metadata = published_table(data / "policies_metadata.csv")
    states = read_table(NAMES_FOLDER / "states.csv")
    spots = {spot["code"]: spot for spot in read_table(NAMES_FOLDER / "coordinates.csv")}
    listed = [{**spots[state["code"]], "name": state["name_en"]} for state in states]
    columns = ["code", "name", "within", "longitude", "latitude"]
    write_table(folder / "codes" / "iso3166-2.csv", columns, listed)
    outlines = (NAMES_FOLDER / "outlines.geojson").read_bytes()
    (folder / "codes" / "outlines.geojson").write_bytes(outlines)
    tables: Mapping[type[Kind], Iterator[Cells]] = {
        Place: ({**state, "level": "state", "code_system": CODE_SYSTEM} for state in states),
        Mechanism: mechanisms(metadata),
        Source: sources(policies, metadata),
        Adoption: adoptions(policies, {state["name_en"]: state["code"] for state in states}),
    }
    write_folder(folder, SETTINGS, tables)


def mechanisms(metadata: PublishedTable) -> Iterator[Cells]:
    """The major topics, and under them the policies by the names that the database gives them."""
    rows = [row.cells for row in metadata.rows]
    used = {row["majortopic"] for row in rows}
    for topic in read_table(NAMES_FOLDER / "topics.csv"):
        if topic["name_en"] in used:
            yield {"code": topic_code(topic["name_en"]), **topic}
    described = Counter(name_of(row) for row in rows)
    for row in rows:
        name, policy = name_of(row), row["policy"]
        yield {
            "code": code(policy),
            # some policies are described alike: only their code tells them apart
            "name_en": name if described[name] == 1 else f"{name} ({policy})",
            "alt_names": policy if policy != code(policy) else "",
            "broader": topic_code(row["majortopic"]),
        }


def sources(policies: PublishedTable, metadata: PublishedTable) -> Iterator[Cells]:
    """The two tables of the database."""
    both = {"type": "dataset", "language": "en"}
    yield {
        "code": POLICIES,
        "name_zh": "SPID 1.0：各州采用政策的年份",
        "name_en": "SPID 1.0: years of adoption by state",
        **both,
        **policies.source_cells(),
    }
    yield {
        "code": METADATA,
        "name_zh": "SPID 1.0：政策的说明与领域",
        "name_en": "SPID 1.0: descriptions and topics of the policies",
        **both,
        **metadata.source_cells(),
    }


def adoptions(policies: PublishedTable, states: Mapping[str, str]) -> Iterator[Cells]:
    """One adoption a row."""
    for row in policies.rows:
        yield {
            "adopter": states[row.cells["statenam"]],
            "mechanism": code(row.cells["policy"]),
            "since": row.cells["adopt_year"],
            "since_written": row.cells["adopt_year"],
            **row.span.cells(POLICIES),
            "stance": "stated",
            **CURATION_CELLS,
        }


def name_of(row: Mapping[str, str]) -> str:
    """A policy's description without the blanks and commas that hang on to some."""
    return " ".join(row["description"].split()).rstrip(" ,")


def code(policy: str) -> str:
    """A policy's own code, with hyphens for signs that our codes may not have."""
    return re.sub(r"[^a-z0-9.+_]+", "-", policy.lower()).strip("-")


def topic_code(topic: str) -> str:
    """`Law and Crime` as `topic-law-and-crime`."""
    return code(f"topic {topic}")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--data", type=Path, default=PUBLISHED_FOLDER)
    arguments.add_argument("--out", type=Path, default=Path("build/spid"))
    options = arguments.parse_args()
    make_spid(options.data, options.out)
    print(f"{options.out}: python cli.py app --facts {options.out} --sources {options.data}")
