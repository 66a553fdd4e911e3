#!/usr/bin/env bash
# rocrate loses what a crate's own terms mean, and the languages of its texts, when it writes a crate that it has read
# Version: rocrate 0.16.0 (ro-crate-py)
# Expected: a crate that is read and written again says the same. Its "@context" goes on to say what the terms are
#   that RO-Crate does not know, such as sha256 or stance. A text with a language keeps it, a value keeps its type.
# Seen: what follows RO-Crate's own address in "@context" is gone, without a word: sha256 and stance are then no
#   terms of JSON-LD any more, and a JSON-LD or RDF reader drops each property of that name. Texts lose their
#   language and values their type; two names in two languages are two names.
# Why it matters: tools for crates read one, add a file and write it. The checksums of the files and the stances of
#   the statements are still to be seen in the JSON, and no longer there as data.
# What to do: put the terms back into crate.metadata.extra_terms before writing, and give names in one language.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rocrate==0.16.0
mkdir crate
cat > crate/ro-crate-metadata.json <<'JSON'
{"@context": ["https://w3id.org/ro/crate/1.1/context", {"sha256": "http://example.org/sha256", "stance": "http://example.org/stance"}],
 "@graph": [
  {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
   "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}},
  {"@id": "./", "@type": "Dataset", "name": [{"@value": "事实", "@language": "zh"}, {"@value": "Facts", "@language": "en"}],
   "hasPart": [{"@id": "a.csv"}], "mentions": {"@id": "#s"}},
  {"@id": "a.csv", "@type": "File", "sha256": "9834876d"},
  {"@id": "#s", "@type": "Claim", "stance": "denied",
   "dateCreated": {"@value": "2019", "@type": "http://www.w3.org/2001/XMLSchema#gYear"}}]}
JSON
echo "x" > crate/a.csv
env/bin/python - > seen.txt <<'PYTHON'
import json

from rocrate.rocrate import ROCrate

ROCrate("crate").write("again")
for folder in ("crate", "again"):
    with open(f"{folder}/ro-crate-metadata.json", encoding="utf-8") as file:
        crate = json.load(file)
    print(folder, json.dumps(crate["@context"]))
    things = {thing["@id"]: thing for thing in crate["@graph"]}
    for name, key in (("./", "name"), ("a.csv", "sha256"), ("#s", "stance"), ("#s", "dateCreated")):
        print(" ", name, key, json.dumps(things[name][key], ensure_ascii=False))
PYTHON
seen=$(cat seen.txt)
recorded='crate ["https://w3id.org/ro/crate/1.1/context", {"sha256": "http://example.org/sha256", "stance": "http://example.org/stance"}]
  ./ name [{"@value": "事实", "@language": "zh"}, {"@value": "Facts", "@language": "en"}]
  a.csv sha256 "9834876d"
  #s stance "denied"
  #s dateCreated {"@value": "2019", "@type": "http://www.w3.org/2001/XMLSchema#gYear"}
again "https://w3id.org/ro/crate/1.1/context"
  ./ name ["事实", "Facts"]
  a.csv sha256 "9834876d"
  #s stance "denied"
  #s dateCreated "2019"'
echo "rocrate 0.16.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
