#!/usr/bin/env bash
# textdistance looks for a shared passage at the end of both texts only, in its Smith-Waterman measure
# Version: textdistance 4.6.3 with numpy 2.4.2 (beside the definition, written out in 12 lines)
# Expected: Smith-Waterman finds the best shared passage wherever it stands: "instead of looking at the total
#   sequence, [it] compares segments of all possible lengths and optimizes the similarity measure" (docstring of
#   SmithWaterman); its score is the largest of the matrix (Smith and Waterman 1981). A text inside another one has a
#   normalised similarity of 1; one without a letter in common has 0.
# Seen: the score is the last cell of the matrix, not the largest. A shared clause of 14 signs counts 14 at the end of
#   both texts, 10 if four more signs follow in one of them, and 0 if fourteen do. A text that stands within another
#   one, word by word, has a normalised similarity of 0.00.
# Why it matters: text reuse is evidence of learning between places, and Smith-Waterman is the measure for laws that
#   share passages (bills of states, policies of counties). Most shared clauses are found not to be shared at all.
# What to do: take another library for local alignment, or difflib; lcsstr of textdistance is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check textdistance==4.6.3 numpy==2.4.2
seen=$(env/bin/python - <<'PYTHON'
import numpy
import textdistance


def definition(one, other):
    cells = numpy.zeros((len(one) + 1, len(other) + 1))
    for i, a in enumerate(one, 1):
        for j, b in enumerate(other, 1):
            cells[i, j] = max(
                0,
                cells[i - 1, j - 1] + (1 if a == b else 0),
                cells[i - 1, j] - 1,
                cells[i, j - 1] - 1,
            )
    return cells.max()


clause = "乡镇村三级设立林长分片管护山林"[:14]
texts = {
    "at the end": ("甲乙丙丁" + clause, "子丑寅" + clause),
    "then four more signs": (clause + "甲乙丙丁", clause),
    "then fourteen more signs": (clause + "甲乙丙丁戊己庚辛壬癸天地玄黄", clause),
    "the whole within": (clause, "甲乙丙丁" + clause + "子丑寅卯辰巳午未申酉戌亥日月"),
}
measure = textdistance.smith_waterman
for place, (one, other) in texts.items():
    print(
        f"{place}: textdistance {measure(one, other):.0f}, definition {definition(one, other):.0f},",
        f"normalised {measure.normalized_similarity(one, other):.2f}, lcsstr {textdistance.lcsstr.similarity(one, other)}",
    )
PYTHON
)
recorded="at the end: textdistance 14, definition 14, normalised 0.82, lcsstr 14
then four more signs: textdistance 10, definition 14, normalised 0.71, lcsstr 14
then fourteen more signs: textdistance 0, definition 14, normalised 0.00, lcsstr 14
the whole within: textdistance 0, definition 14, normalised 0.00, lcsstr 14"
echo "textdistance 4.6.3"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
