"""The tables of a facts folder into N-Quads by morph-kgc, from a mapping in RML.

The mapping gives each filled cell one quad: an IRI for the code of a thing, else a literal. Spots,
dates' bounds, units of a change, direct edges and checks, which our N-Quads have, it has not.
"""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.cost import Cost, cost
from bench.exports.import_files import PEERS
from loaders.facts.facts_folder import TABLES_BY_FILE
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import Kind

BASE = "https://example.org/"
PREFIXES = (
    "@prefix rr: <http://www.w3.org/ns/r2rml#> .\n"
    "@prefix rml: <http://semweb.mmlab.be/ns/rml#> .\n"
    "@prefix ql: <http://semweb.mmlab.be/ns/ql#> .\n"
)
CONFIG = """[CONFIGURATION]
output_file = {out}
output_format = N-QUADS
number_of_processes = 1
logging_level = WARNING
[facts]
mappings = {mapping}
"""


def by_morph_kgc(folder: Path, out: Path) -> Cost:
    """What morph-kgc takes for the tables of a folder, its start and imports included."""
    out.mkdir(parents=True, exist_ok=True)
    mapping, config = out / "mapping.ttl", out / "morph.ini"
    mapping.write_text(PREFIXES + "".join(_maps(folder)), encoding="utf-8")
    config.write_text(CONFIG.format(out=out / "morph.nq", mapping=mapping), encoding="utf-8")
    command = [str(PEERS.absolute()), "-m", "morph_kgc", str(config)]
    _, spent = cost(lambda: subprocess.run(command, check=True, capture_output=True, cwd=out))
    return spent


def _maps(folder: Path) -> Iterator[str]:
    for name, kind in TABLES_BY_FILE.items():
        path = (folder / name).absolute()
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                columns = next(csv.reader(file))
            yield _map(path, kind, columns)


def _map(path: Path, kind: type[Kind], columns: list[str]) -> str:
    references = {field.name for field in reference_fields(kind) if not field.is_list}
    key = "/".join(f"{{{column}}}" for column in _key(columns))
    lines = [
        f"<#{path.stem}> rml:logicalSource [ rml:source '{path}' ; "
        "rml:referenceFormulation ql:CSV ] ;",
        f"  rr:subjectMap [ rr:template '{BASE}{path.stem}/{key}' ; "
        f"rr:class <{BASE}{kind.__name__}> ; rr:graph <{BASE}facts> ]",
    ]
    for column in columns:
        target = f"rr:template '{BASE}{{{column}}}'" if column in references else ""
        target = target or f"rml:reference '{column}'"
        lines.append(
            f"  ; rr:predicateObjectMap [ rr:predicate <{BASE}{column}> ; "
            f"rr:objectMap [ {target} ] ]"
        )
    return "\n".join(lines) + " .\n"


def _key(columns: list[str]) -> list[str]:
    """The columns that together tell a row from any other: a code, else ends and spot."""
    return ["code"] if "code" in columns else [*columns[:2], "source", "start", "end"]
