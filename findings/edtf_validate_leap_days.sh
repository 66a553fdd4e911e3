#!/usr/bin/env bash
# edtf-validate takes 29 February of any year, and refuses a period from March 2019 to some time of 2019
# Version: edtf-validate 2.0.0
# Expected: a day that does not exist is refused, as 2019-04-31 is. 29 February is there in 2020, 0000 and -0004,
#   not in 2019 and not in 1900. A period may end in a year whose month is not known: 2019-03/2019 is March
#   2019 to some day of 2019, as 2004-06/2006 of the specification is June 2004 to some day of 2006.
# Seen: 2019-02-29 and 1900-02-29 are valid, 2019-02-30 is not. 2019-03/2019 and 2019-03-05/2019-03 are refused;
#   2019/2019-03 and 2019-03/2020 are valid.
# Why it matters: a slip of the pen at the end of February passes. "From March, ended in the same year" is a plain
#   thing to know of a trial, and its row is refused.
# What to do: check days with a calendar as well; write such a period with XX: 2019-03/2019-XX is valid.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check edtf-validate==2.0.0
env/bin/python - > seen.txt <<'PYTHON'
from importlib.metadata import version

from edtf_validate.valid_edtf import is_valid

print("edtf-validate", version("edtf-validate"))
for text in (
    "2019-02-29", "1900-02-29", "2019-02-30", "2020-02-29", "2019-04-31",
    "2019-03/2019", "2019-03-05/2019-03", "2019/2019-03", "2019-03/2020", "2019-03/2019-XX",
):
    print(text, is_valid(text))
PYTHON
seen=$(cat seen.txt)
recorded='edtf-validate 2.0.0
2019-02-29 True
1900-02-29 True
2019-02-30 False
2020-02-29 True
2019-04-31 False
2019-03/2019 False
2019-03-05/2019-03 False
2019/2019-03 True
2019-03/2020 True
2019-03/2019-XX True'
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
