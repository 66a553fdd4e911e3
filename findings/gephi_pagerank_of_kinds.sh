#!/usr/bin/env bash
# Gephi's PageRank loses rank where two relations join the same nodes, in a GEXF file with kinds
# Version: Gephi toolkit 0.10.1 (the statistics of Gephi 0.10.1)
# Expected: PageRank is a probability: the ranks of all nodes add up to 1 (Brin and Page 1998; a comment in Gephi's code says
#   so too). 甲 has two relations to 乙 and one to 丙, and gives 1/2 and 1/2 of its rank to them, or 2/3 and 1/3.
# Seen: 甲 gives 1/3 to each, and the last third is lost, at each step: the ranks add up to 0.51. With one relation for each
#   pair, and with the use of weights, they add up to 1.
# Why it matters: a GEXF file with kinds is what keeps two relations of two places apart in Gephi (learned from and praised).
#   Places that are linked by more than one relation, and all that follow them, rank too low, without a word.
# What to do: choose to use edge weights in the settings of PageRank, or filter one kind of relation first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>org.gephi</groupId><artifactId>gephi-toolkit</artifactId><version>0.10.1</version><classifier>all</classifier><exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>
</dependencies></project>
POM
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=jars
write() {
  echo '<?xml version="1.0" encoding="UTF-8"?>'
  echo '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">'
  echo '<nodes><node id="甲"/><node id="乙"/><node id="丙"/></nodes><edges>'
  echo '<edge id="1" source="甲" target="乙" kind="LEARNED_FROM"/><edge id="2" source="甲" target="丙" kind="LEARNED_FROM"/>'
  echo '<edge id="3" source="乙" target="甲" kind="LEARNED_FROM"/><edge id="4" source="丙" target="甲" kind="LEARNED_FROM"/>'
  echo "$1</edges></graph></gexf>"
}
write '' > one_kind.gexf
write '<edge id="5" source="甲" target="乙" kind="PRAISED"/>' > two_kinds.gexf
cat > Ranks.java <<'JAVA'
import java.io.File;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.statistics.plugin.PageRank;
import org.openide.util.Lookup;

public class Ranks {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      var projects = Lookup.getDefault().lookup(ProjectController.class);
      projects.newProject();
      var workspace = projects.getCurrentWorkspace();
      var importer = Lookup.getDefault().lookup(ImportController.class);
      importer.process(importer.importFile(new File(file)), new DefaultProcessor(), workspace);
      var model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
      for (boolean weights : new boolean[] {false, true}) {
        var ranks = new PageRank();
        ranks.setDirected(true);
        ranks.setUseEdgeWeight(weights);
        ranks.execute(model);
        var line = new StringBuilder(file + (weights ? " with weights:" : ":"));
        double sum = 0;
        for (Node node : model.getGraph().getNodes().toArray()) {
          double rank = (Double) node.getAttribute(PageRank.PAGERANK);
          sum += rank;
          line.append(String.format(" %s %.2f", node.getId(), rank));
        }
        System.out.println(line + String.format(", sum %.2f", sum));
      }
    }
    System.exit(0);
  }
}
JAVA
seen=$(java -Djava.awt.headless=true -cp 'jars/*' Ranks.java one_kind.gexf two_kinds.gexf 2> /dev/null)
recorded="one_kind.gexf: 甲 0.49 乙 0.26 丙 0.26, sum 1.00
one_kind.gexf with weights: 甲 0.49 乙 0.26 丙 0.26, sum 1.00
two_kinds.gexf: 甲 0.26 乙 0.12 丙 0.12, sum 0.51
two_kinds.gexf with weights: 甲 0.49 乙 0.33 丙 0.19, sum 1.00"
echo "Gephi toolkit 0.10.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
