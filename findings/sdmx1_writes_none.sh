#!/usr/bin/env bash
# sdmx1 writes the word None for a missing value of generic data, and calls generic data structure-specific
# Version: sdmx1 2.28.0 (PyPI; to_xml, read_sdmx, to_pandas) with pandas 2.3.3
# Expected: an observation of status M (missing) has no value, and is written without gen:ObsValue, as SDMX-ML 2.1 lets it
#   be; a GenericDataSet is in a message mes:GenericData. What was written is read back.
# Seen: the value is the word None, read back as a text, and to_pandas, which gave NaN before, now raises an error for the
#   whole data set. The root of the message is mes:StructureSpecificData around gen:Obs, which is neither form. A
#   StructureSpecificDataSet with the same values is right.
# Why it matters: yearbooks have gaps, and SDMX is how statistical offices exchange them. One gap is enough to lose the
#   table, or, for a reader of texts, to get a county with the value None.
# What to do: write StructureSpecificDataSet, and give its structure when reading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sdmx1==2.28.0 pandas==2.3.3 numpy==2.4.6
cat > read.py <<'PYTHON'
import io

import sdmx
from sdmx import message
from sdmx.model import v21

structure = v21.DataStructureDefinition(id="STRUCTURE", maintainer=v21.Agency(id="OFFICE"))
for dimension in ("PLACE", "YEAR"):
    structure.dimensions.getdefault(id=dimension)
measure = structure.measures.getdefault(id="OBS_VALUE")
status = v21.DataAttribute(id="STATUS")
structure.attributes.append(status)
for kind in (v21.GenericDataSet, v21.StructureSpecificDataSet):
    observations = []
    for year, value, flag in (("2019", 26.7, "A"), ("2020", None, "M")):
        key = structure.make_key(v21.Key, {"PLACE": "330100", "YEAR": year})
        observation = v21.Observation(dimension=key, value_for=measure, value=value)
        observation.attached_attribute["STATUS"] = v21.AttributeValue(value=flag, value_for=status)
        observations.append(observation)
    given = kind(structured_by=structure, obs=observations)
    data = message.DataMessage(data=[given])
    written = sdmx.to_xml(data)
    read = sdmx.read_sdmx(io.BytesIO(written), structure=structure)
    try:
        table = sdmx.to_pandas(read.data[0]).tolist()
    except ValueError as error:
        table = type(error).__name__
    root = "GenericData" if b"<mes:GenericData" in written else "StructureSpecificData"
    print(f"{kind.__name__}: root {root}, elements gen:Obs {written.count(b'<gen:Obs>')}")
    values = [observation.value for observation in read.data[0].obs]
    print(f"before {sdmx.to_pandas(given).tolist()}, read back {values}, as a table {table}")
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="GenericDataSet: root StructureSpecificData, elements gen:Obs 2
before [26.7, nan], read back ['26.7', 'None'], as a table ValueError
StructureSpecificDataSet: root StructureSpecificData, elements gen:Obs 0
before [26.7, nan], read back ['26.7', None], as a table [26.7, nan]"
echo "sdmx1 2.28.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
