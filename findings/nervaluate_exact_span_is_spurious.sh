#!/usr/bin/env bash
# nervaluate counts a span that is exactly right as spurious if a shorter span of the same place stands before it
# Version: nervaluate 1.2.1 (PyPI; Evaluator with loader="dict")
# Expected: of two spans for one place, one exactly right and one too short, one is correct and one spurious, in whichever
#   order they are listed: "if there's a predicted entity that perfectly matches a true entity [...] we mark it as correct"
#   (StrictEvaluation).
# Seen: listed by position, as annotations are, the short span takes the true one as "incorrect" and the exact one is left
#   over as spurious: F1 is 0 in strict and exact, 0.33 in partial. Listed the other way round F1 is 0.67.
# Why it matters: names of places nest (a city in the name of its bureau), and recognisers propose both. A recogniser that
#   finds every name gets 0, and two tools cannot be compared by it.
# What to do: put exact spans first, or leave out spans within spans before the evaluation.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check nervaluate==1.2.1
seen=$(env/bin/python - <<'PYTHON'
from nervaluate import Evaluator

true = {"label": "PLACE", "start": 0, "end": 5}
short = {"label": "PLACE", "start": 0, "end": 2}
for name, spans in (("short, exact", [short, true]), ("exact, short", [true, short]), ("exact", [true])):
    results = Evaluator([[true]], [spans], tags=["PLACE"], loader="dict").evaluate()["overall"]
    print(name + ":", *(f"{kind} correct {result.correct} incorrect {result.incorrect} partial {result.partial} spurious "
                        f"{result.spurious} F1 {result.f1:.2f};" for kind, result in results.items() if kind != "ent_type"))
PYTHON
)
recorded="short, exact: strict correct 0 incorrect 1 partial 0 spurious 1 F1 0.00; partial correct 0 incorrect 0 partial 1 spurious 1 F1 0.33; exact correct 0 incorrect 1 partial 0 spurious 1 F1 0.00;
exact, short: strict correct 1 incorrect 0 partial 0 spurious 1 F1 0.67; partial correct 1 incorrect 0 partial 0 spurious 1 F1 0.67; exact correct 1 incorrect 0 partial 0 spurious 1 F1 0.67;
exact: strict correct 1 incorrect 0 partial 0 spurious 0 F1 1.00; partial correct 1 incorrect 0 partial 0 spurious 0 F1 1.00; exact correct 1 incorrect 0 partial 0 spurious 0 F1 1.00;"
echo "nervaluate 1.2.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
