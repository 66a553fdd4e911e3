#!/usr/bin/env bash
# Typst cites a work of 20XX as one of 2099, a period by its end alone, and no institution at all
# Version: typst 0.15.2 (PyPI; its bibliography from a BibLaTeX file, styles built in; text by pypdf 6.21.4)
# Expected: what BibLaTeX says. date = {20XX} is 2000/2099 and {201X} is 2010/2019: a period, or "n.d.". {2012/2016}
#   is 2012–2016. {2019-XX} has no month, {2019-21} is spring 2019. The institution of a report or a thesis, and the
#   organization of a page or a manual, which these entries have in place of a publisher, are in the reference.
# Seen: 20XX is cited as 2099 and 18XX as 1899, 201X as 2019, 2012/2016 as 2016 and 2012-03/2019 as 2019; the first
#   year is gone. 2019-XX is "December 2019" in the Chicago style, and a season makes the work undated. No style
#   prints an institution or an organization; the same name as publisher is printed. No warning.
# Why it matters: a series of documents of 2012 to 2016 is cited as one of 2016, a work of an unknown decade as one of
#   a future year. Official documents and reports are cited without who issued them.
# What to do: give the institution as publisher, the first year as the date of a series, and no date where the year
#   is not known.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pypdf==6.21.4
cat > works.bib <<'BIB'
@book{a, title = {Century}, author = {甲}, date = {20XX}}
@book{b, title = {Past century}, author = {甲}, date = {18XX}}
@book{c, title = {Decade}, author = {甲}, date = {201X}}
@book{d, title = {Series}, author = {甲}, date = {2012/2016}}
@book{e, title = {Since March}, author = {甲}, date = {2012-03/2019}}
@article{f, title = {No month}, author = {甲}, journaltitle = {J}, date = {2019-XX}}
@article{g, title = {Spring}, author = {甲}, journaltitle = {J}, date = {2019-21}}
@report{h, title = {Report}, author = {甲}, institution = {某局}, type = {通知}, date = {2019}}
@thesis{i, title = {Thesis}, author = {甲}, institution = {某大学}, type = {phdthesis}, date = {2019}}
@online{j, title = {Page}, organization = {某局}, date = {2019}}
@report{k, title = {Published}, author = {甲}, publisher = {某局}, date = {2019}}
BIB
env/bin/python - > seen.txt <<'PYTHON'
import pypdf
import typst

for style in ("gb-7714-2015-numeric", "chicago-author-date"):
    with open("page.typ", "w") as file:
        file.write(f'#set page(width: 30cm)\n#bibliography("works.bib", full: true, title: none, style: "{style}")')
    typst.compile("page.typ", output="page.pdf")
    print(style)
    print("\n".join(page.extract_text().strip() for page in pypdf.PdfReader("page.pdf").pages))
PYTHON
seen=$(cat seen.txt)
recorded='gb-7714-2015-numeric
[1] 甲. Century[M]. 2099.
[2] 甲. Past century[M]. 1899.
[3] 甲. Decade[M]. 2019.
[4] 甲. Series[M]. 2016.
[5] 甲. Since March[M]. 2019.
[6] 甲. No month[J]. J, 2019.
[7] 甲. Spring[J]. J.
[8] 甲. Report[R]. 2019.
[9] 甲. Thesis[D]. 2019.
[10] Page[EB]. 2019.
[11] 甲. Published[R]. 某局, 2019.
chicago-author-date
“Page. ” 2019.
甲. 1899. Past Century.
甲. 2016. Series.
甲. 2019c. “No Month. ” J, December.
甲. 2019e. “Thesis. ” Phdthesis.
甲. 2019a. Decade.
甲. 2019f. Published. 某局.
甲. 2019d. Report. 通知.
甲. 2019b. Since March.
甲. 2099. Century.
甲. n.d. “Spring. ” J.'
echo "typst 0.15.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
