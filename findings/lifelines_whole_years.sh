#!/usr/bin/env bash
# lifelines takes a year from many durations that are counted in years
# Version: lifelines 0.30.3
# Expected: datetimes_to_durations(..., freq="Y") from the first of January 2019 to the first of January
#   2020 gives 1, or a fraction very near to it (the durations are documented as floats); with freq="M"
#   it gives 12.
# Seen: it gives 0, and 11. The days are divided by a mean year of 365.2425 days (a mean month) and cut to
#   a whole number: 1, 2, 3, 4 and 5 years after 2019-01-01 become 0, 2, 3, 4 and 4; after 2017-01-01 they
#   become 0, 1, 2, 4 and 4. Without a warning.
# Why it matters: adoptions are often dated by the year; the same span of years then has two lengths,
#   depending on the leap days in it, and all adoptions after one year fall on the start.
# What to do: subtract the years by yourself, or take freq="D" and divide the days.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check lifelines==0.30.3
env/bin/python - <<'PYTHON'
import sys
import warnings
from importlib.metadata import version

from lifelines.utils import datetimes_to_durations

warnings.simplefilter("error", UserWarning)
print("lifelines", version("lifelines"))


def durations(start, freq):
    """The durations from the first of January of a year to that of each of the next five."""
    ends = [f"{start + years}-01-01" for years in range(1, 6)]
    lasting, _ = datetimes_to_durations(
        [f"{start}-01-01"] * 5, ends, fill_date="2030-01-01", freq=freq
    )
    return lasting.tolist()


seen = {
    "years after 2019": durations(2019, "Y"),
    "years after 2017": durations(2017, "Y"),
    "months after 2019": durations(2019, "M"),
    "days after 2019": durations(2019, "D"),
}
recorded = {
    "years after 2019": [0.0, 2.0, 3.0, 4.0, 4.0],
    "years after 2017": [0.0, 1.0, 2.0, 4.0, 4.0],
    "months after 2019": [11.0, 24.0, 36.0, 48.0, 59.0],
    "days after 2019": [365.0, 731.0, 1096.0, 1461.0, 1826.0],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
