"""Writes import files for Neo4j by BioCypher; prints the seconds of the processor.

Arguments: ELEMENTS FOLDER. ELEMENTS has a line of JSON a node (id, label, properties), an empty
line, then one an edge (id, start, end, type, properties).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import process_time

from biocypher import BioCypher

CONFIG = """
biocypher:
  dbms: neo4j
  offline: true
  strict_mode: false
  head_ontology: null
  schema_config_path: {schema}
  output_directory: {out}
  log_directory: {out}/log
neo4j:
  file_format: csv
  delimiter: ';'
  array_delimiter: '|'
  quote_character: '"'
"""


def main(elements: str, folder: str) -> None:
    nodes, edges = _read(Path(elements))
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    (out / "schema.yaml").write_text(_schema(nodes, edges))
    (out / "config.yaml").write_text(CONFIG.format(schema=out / "schema.yaml", out=out))
    begun = process_time()
    writer = BioCypher(biocypher_config_path=str(out / "config.yaml"))
    writer.write_nodes(nodes)
    writer.write_edges(edges)
    print(process_time() - begun)


def _read(path: Path) -> tuple[list[tuple], list[tuple]]:
    before, _, after = path.read_text(encoding="utf-8").partition("\n\n")
    both = [[tuple(json.loads(line)) for line in part.splitlines()] for part in (before, after)]
    return both[0], both[1]


def _schema(nodes: list[tuple], edges: list[tuple]) -> str:
    lines = []
    for held, kind, place, last in ((nodes, "node", 1, 2), (edges, "edge", 3, 4)):
        schema: dict[str, dict[str, str]] = {}
        for element in held:
            properties = schema.setdefault(element[place], {})
            for name, value in element[last].items():
                properties[name] = {list: "str[]", int: "int", float: "float"}.get(
                    type(value), "str"
                )
        for label, properties in sorted(schema.items()):
            lines += [f"{label}:", f"  represented_as: {kind}", f"  input_label: {label}"]
            lines += ["  preferred_id: id"] if kind == "node" else []
            lines += ["  properties:", *(f"    {n}: {t}" for n, t in sorted(properties.items()))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(*sys.argv[1:])
