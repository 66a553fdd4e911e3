#!/usr/bin/env bash
# citeproc-java reads RIS without titles, authors and dates under T1, A1 and Y1, and "and others" as a person
# Version: citeproc-java 3.5.2 with citationstyles styles 26.2 and locales 26.2 (Maven)
# Expected: in RIS T1 is the primary title, A1 a primary author and Y1 the primary date (specification of Research
#   Information Systems; EndNote, ProQuest and CNKI write them). A name without a comma is an organisation. In BibTeX
#   "and others" at the end of authors is "et al." (Patashnik, BibTeXing). The end 2021 of a period is printed, as it is
#   for the same period in CSL-JSON.
# Seen: an item of T1, A1 and Y1 has a type and nothing else; a style prints its journal and address alone. State Council of Learning
#   becomes a person named Learning, with the given name State Council and the particle of. "and others" becomes a
#   second author named others. A period of 2019/2021 from BibLaTeX is printed as 2019.
# Why it matters: lists of policies and papers are handed on in RIS and BibTeX; those of Chinese databases come with T1,
#   A1 and Y1. Works lose what they are cited by, without a word.
# What to do: hand over CSL-JSON, or write TI, AU and PY in RIS and braces round organisations.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>de.undercouch</groupId><artifactId>citeproc-java</artifactId><version>3.5.2</version></dependency>
<dependency><groupId>org.citationstyles</groupId><artifactId>styles</artifactId><version>26.2</version></dependency>
<dependency><groupId>org.citationstyles</groupId><artifactId>locales</artifactId><version>26.2</version></dependency>
</dependencies></project>
POM
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=jars
cat > works.ris <<'RIS'
TY  - JOUR
A1  - Li, San
T1  - How counties learn
Y1  - 2019/03/05
JO  - Journal of Counties
UR  - http://example.org/a
ER  - 

TY  - RPRT
AU  - State Council of Learning
TI  - How counties teach
PY  - 2019
ER  - 
RIS
cat > works.bib <<'BIB'
@article{others, author = {Li, San and others}, title = {How counties forget}, journal = {Counties}, year = 2019}
@book{period, author = {Li, San}, title = {How counties wait}, publisher = {Press}, date = {2019/2021}}
BIB
cat > Works.java <<'JAVA'
import de.undercouch.citeproc.BibliographyFileReader;
import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.csl.CSLDateBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLType;
import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

public class Works {
  public static void main(String[] files) throws Exception {
    List<CSLItemData> items = new ArrayList<>();
    for (String file : files) {
      var library = new BibliographyFileReader().readBibliographyFile(new File(file));
      for (String id : library.getIds()) {
        items.add(library.retrieveItem(id));
      }
    }
    items.add(new CSLItemDataBuilder().id("json").type(CSLType.BOOK).title("Period in CSL-JSON")
        .issued(new CSLDateBuilder().dateParts(2019).dateParts(new int[][] {{2019}, {2021}}).build()).build());
    items.sort(Comparator.comparing(item -> Objects.toString(item.getTitle(), "")));
    for (CSLItemData item : items) {
      var line = new StringBuilder(item.getType() + ": " + Objects.toString(item.getTitle(), "no title"));
      if (item.getAuthor() != null) {
        for (var name : item.getAuthor()) {
          line.append("; ").append(name.getLiteral() != null ? name.getLiteral() : String.join(" / ",
              Objects.toString(name.getGiven(), "-"), Objects.toString(name.getNonDroppingParticle(), "-"),
              Objects.toString(name.getFamily(), "-")));
        }
      }
      System.out.println(line);
      System.out.println("  " + CSL.makeAdhocBibliography("apa", "text", item).makeString().trim());
    }
  }
}
JAVA
seen=$(java -cp 'jars/*' Works.java works.ris works.bib 2> /dev/null | grep -v ANTLR)
recorded="article-journal: no title
  Journal of Counties, Journal of Counties. http://example.org/a
article-journal: How counties forget; San / - / Li; - / - / others
  Li, S., & others. (2019). How counties forget. Counties.
report: How counties teach; State Council / of / Learning
  of Learning, S. C. (2019). How counties teach.
book: How counties wait; San / - / Li
  Li, S. (2019). How counties wait. Press.
book: Period in CSL-JSON
  Period in CSL-JSON. (2019–2021)."
echo "citeproc-java 3.5.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
