#!/usr/bin/env bash
# Morph-KGC writes percent signs for the Chinese characters of an IRI, so that one place gets two IRIs
# Version: morph-kgc 2.10.0 (its rdflib is printed)
# Expected: a template http://example.org/{name} with 安吉县 gives http://example.org/安吉县: R2RML (7.3) encodes
#   what is not in iunreserved of RFC 3987, to which Chinese characters belong.
# Seen: http://example.org/%E5%AE%89%E5%90%89%E5%8E%BF. Its documentation says that all characters outside ASCII
#   are encoded, and its option safe_percent_encoding takes none of them. A text from a template keeps them.
# Why it matters: to RDF these are two IRIs. Joined with a graph in which the place has its name as IRI, or with
#   the output of an R2RML tool that follows the standard, nothing meets, and no query says why.
# What to do: make IRIs of codes (our places have them), or a column with the whole IRI and rml:reference.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check morph-kgc==2.10.0
printf 'name,iri\n安吉县,http://example.org/安吉县\n' > places.csv
cat > mapping.ttl <<'TTL'
@prefix rr: <http://www.w3.org/ns/r2rml#> . @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
@prefix ql: <http://semweb.mmlab.be/ns/ql#> . @prefix ex: <http://example.org/> .
<#Place> a rr:TriplesMap ;
  rml:logicalSource [ rml:source "places.csv" ; rml:referenceFormulation ql:CSV ] ;
  rr:subjectMap [ rr:constant ex:list ] ;
  rr:predicateObjectMap [ rr:predicate ex:template ; rr:objectMap [ rr:template "http://example.org/{name}" ] ] ;
  rr:predicateObjectMap [ rr:predicate ex:column ; rr:objectMap [ rml:reference "iri" ; rr:termType rr:IRI ] ] ;
  rr:predicateObjectMap [ rr:predicate ex:text ;
    rr:objectMap [ rr:template "{name} 1" ; rr:termType rr:Literal ] ] .
TTL
printf '[Data]\nmappings: mapping.ttl\n' > config.ini
env/bin/python - <<'PYTHON'
import logging
import sys
from importlib.metadata import version

import morph_kgc

for name in ("morph-kgc", "rdflib"):
    print(name, version(name))
logging.disable(logging.CRITICAL)
graph = morph_kgc.materialize("config.ini")
seen = {str(key).rsplit("/")[-1]: str(value) for _, key, value in graph}
recorded = {
    "template": "http://example.org/%E5%AE%89%E5%90%89%E5%8E%BF",
    "column": "http://example.org/安吉县",
    "text": "安吉县 1",
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
