#!/usr/bin/env bash
# Gephi gives a place that reaches one other the highest harmonic closeness, above one that reaches five
# Version: Gephi toolkit 0.10.1 (the statistics of Gephi 0.10.1), beside networkx 3.6.1
# Expected: harmonic closeness is for networks that are not connected: who is not reached adds 0, and the sum of 1/distance
#   is divided by all other nodes (Rochat 2009; Boldi and Vigna 2014). networkx: 丙, who reaches five of seven, 0.57; 甲,
#   who reaches one, 0.14. An eigenvector does not depend on how often one multiplies; 100 runs are the default.
# Seen: Gephi divides by the nodes that are reached: 甲, 丁, 戊 and 己 have 1.00, 丙 has 0.80, and ordinary closeness ranks
#   them in the same way. Eigenvector centralities of this directed network are other ones after 100 and after 1000 runs (乙
#   0.05, then 0.02), since Gephi adds each step to the sum of all steps before it.
# Why it matters: in a network of learning most places reach few others. The column says that the most central places are
#   those that a single other place learned from.
# What to do: compute harmonic centrality with networkx and import it as a column; use no eigenvectors of directed networks.
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
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1
ties='甲-乙 丙-丁 丙-戊 丙-己 丁-庚 戊-庚 己-辛'
{
  echo '<?xml version="1.0" encoding="UTF-8"?>'
  echo '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed"><nodes>'
  for node in 甲 乙 丙 丁 戊 己 庚 辛; do echo "<node id=\"$node\"/>"; done
  echo '</nodes><edges>'
  for tie in $ties; do echo "<edge source=\"${tie%-*}\" target=\"${tie#*-}\"/>"; done
  echo '</edges></graph></gexf>'
} > reach.gexf
cat > Reach.java <<'JAVA'
import java.io.File;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.statistics.plugin.EigenvectorCentrality;
import org.gephi.statistics.plugin.GraphDistance;
import org.openide.util.Lookup;

public class Reach {
  public static void main(String[] files) throws Exception {
    var projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    var workspace = projects.getCurrentWorkspace();
    var importer = Lookup.getDefault().lookup(ImportController.class);
    importer.process(importer.importFile(new File(files[0])), new DefaultProcessor(), workspace);
    var model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    var distances = new GraphDistance();
    distances.setDirected(true);
    distances.execute(model);
    show("Gephi, harmonic", model, GraphDistance.HARMONIC_CLOSENESS);
    show("Gephi, closeness", model, GraphDistance.CLOSENESS);
    for (int runs : new int[] {100, 1000}) {
      var eigenvector = new EigenvectorCentrality();
      eigenvector.setDirected(true);
      eigenvector.setNumRuns(runs);
      eigenvector.execute(model);
      show("Gephi, eigenvector after " + runs, model, EigenvectorCentrality.EIGENVECTOR);
    }
    System.exit(0);
  }

  static void show(String name, GraphModel model, String column) {
    var line = new StringBuilder(name + ":");
    for (Node node : model.getGraph().getNodes().toArray()) {
      line.append(String.format(" %s %.2f", node.getId(), (Double) node.getAttribute(column)));
    }
    System.out.println(line);
  }
}
JAVA
seen=$(java -Djava.awt.headless=true -cp 'jars/*' Reach.java reach.gexf 2> /dev/null
env/bin/python - $ties <<'PYTHON'
import sys

import networkx

network = networkx.DiGraph(tie.split("-") for tie in sys.argv[1:])
harmonic = networkx.harmonic_centrality(network.reverse())
print("networkx, harmonic:", *(f"{node} {harmonic[node] / (len(network) - 1):.2f}" for node in "甲乙丙丁戊己庚辛"))
PYTHON
)
recorded="Gephi, harmonic: 甲 1.00 乙 0.00 丙 0.80 丁 1.00 戊 1.00 己 1.00 庚 0.00 辛 0.00
Gephi, closeness: 甲 1.00 乙 0.00 丙 0.71 丁 1.00 戊 1.00 己 1.00 庚 0.00 辛 0.00
Gephi, eigenvector after 100: 甲 0.00 乙 0.05 丙 0.00 丁 0.05 戊 0.05 己 0.05 庚 1.00 辛 0.50
Gephi, eigenvector after 1000: 甲 0.00 乙 0.02 丙 0.00 丁 0.02 戊 0.02 己 0.02 庚 1.00 辛 0.50
networkx, harmonic: 甲 0.14 乙 0.00 丙 0.57 丁 0.14 戊 0.14 己 0.14 庚 0.00 辛 0.00"
echo "Gephi toolkit 0.10.1, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
