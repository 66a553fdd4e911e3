#!/usr/bin/env bash
# pronto writes OBO Graphs JSON without synonyms, comments and values, and obsolete terms as current ones
# Version: pronto 2.7.4 with fastobo 0.14.2
# Expected: dumps(format="json") writes what pronto has read: OBO Graphs has "synonyms", "comments" and
#   "basicPropertyValues" in the meta of a node, and "deprecated": true for an obsolete term; pronto's README
#   names the format among those that it can write.
# Seen: "synonyms", "comments", "subsets" are empty lists, "deprecated" is false for the term with is_obsolete,
#   and property_value (a year, a rate) is gone, while definition, name and is_a are there. pronto itself has all
#   of them, and writes them as OBO. What stands in braces (the source of a relation) is gone in both. There is
#   no warning.
# Why it matters: a vocabulary of models that passes through it lacks the other names by which models are found,
#   and withdrawn terms are offered again.
# What to do: write OBO, not JSON; keep the source of a relation in a statement of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pronto==2.7.4 fastobo==0.14.2
cat > terms.obo <<'OBO'
format-version: 1.4
ontology: lf

[Term]
id: LF:0000001
name: river chief
def: "An official answers for a river." []
comment: Begun in Changxing
synonym: "hezhang" EXACT []
property_value: begun "2003" xsd:gYear
is_a: LF:0000003
relationship: part_of LF:0000003 {source="report 7"}

[Term]
id: LF:0000002
name: river head
is_obsolete: true

[Term]
id: LF:0000003
name: model

[Typedef]
id: part_of

[Typedef]
id: begun
is_metadata_tag: true
OBO
env/bin/python - <<'PYTHON'
import json
import sys
import warnings
from importlib.metadata import version

import pronto

warnings.simplefilter("error", UserWarning)
print("pronto", version("pronto"), "fastobo", version("fastobo"))
ontology = pronto.Ontology("terms.obo")
term = ontology["LF:0000001"]
nodes = {node["id"].rsplit("/")[-1]: node for node in json.loads(ontology.dumps(format="json"))["graphs"][0]["nodes"]}
meta = nodes["LF_0000001"]["meta"]
as_obo = ontology.dumps(format="obo")
seen = {
    "read": [[s.description for s in term.synonyms], term.comment, ontology["LF:0000002"].obsolete, len(term.annotations)],
    "obo": [line for line in as_obo.splitlines() if line.startswith(("synonym", "comment", "is_obs", "prop", "rel"))],
    "json": {key: meta[key] for key in ("synonyms", "comments", "basicPropertyValues")},
    "json definition": meta["definition"]["val"],
    "json deprecated": (nodes["LF_0000002"]["meta"] or {}).get("deprecated"),
}
recorded = {
    "read": [["hezhang"], "Begun in Changxing", True, 1],
    "obo": [
        "comment: Begun in Changxing",
        'synonym: "hezhang" EXACT []',
        'property_value: begun "2003" xsd:gYear',
        "relationship: part_of LF:0000003",
        "is_obsolete: true",
    ],
    "json": {"synonyms": [], "comments": [], "basicPropertyValues": []},
    "json definition": "An official answers for a river.",
    "json deprecated": False,
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
