#!/usr/bin/env bash
# Gephi makes one edge of two relations in GraphML, but not in GEXF with kinds
# Version: Gephi toolkit 0.10.1 (the importer and the processor of Gephi 0.10.1)
# Expected: two edges of different relations between two nodes stay two; if they are merged,
#   then the edge keeps the values of one of them.
# Seen: GraphML: one edge of weight 2, whose values are mixed: relation and label of the second,
#   year of the first, which alone has one. The report says nothing. GEXF 1.3 with kind="..."
#   keeps two edges.
# Why it matters: the picture in Gephi lacks edges, and the merged edge says a year of a
#   relation that has none: a fact that no source states.
# What to do: open graph.gexf, not graph.graphml, in Gephi; or let one relation through before
#   exporting.
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
echo "Gephi" jars/gephi-toolkit-*.jar
cat > graph.graphml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="relation" for="edge" attr.name="relation" attr.type="string"/>
<key id="year" for="edge" attr.name="year" attr.type="int"/>
<graph edgedefault="directed"><node id="a"/><node id="b"/>
<edge id="first" source="a" target="b">
  <data key="relation">LEARNED_FROM</data><data key="year">2016</data></edge>
<edge id="second" source="a" target="b"><data key="relation">PRAISED</data></edge>
</graph></graphml>
XML
cat > graph.gexf <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
<attributes class="edge"><attribute id="relation" title="relation" type="string"/>
<attribute id="year" title="year" type="integer"/></attributes>
<nodes><node id="a"/><node id="b"/></nodes><edges>
<edge id="first" source="a" target="b" kind="LEARNED_FROM"><attvalues>
  <attvalue for="relation" value="LEARNED_FROM"/><attvalue for="year" value="2016"/></attvalues></edge>
<edge id="second" source="a" target="b" kind="PRAISED"><attvalues>
  <attvalue for="relation" value="PRAISED"/></attvalues></edge>
</edges></graph></gexf>
XML
cat > Edges.java <<'JAVA'
import java.io.File;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class Edges {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      var projects = Lookup.getDefault().lookup(ProjectController.class);
      projects.newProject();
      var workspace = projects.getCurrentWorkspace();
      var importer = Lookup.getDefault().lookup(ImportController.class);
      importer.process(importer.importFile(new File(file)), new DefaultProcessor(), workspace);
      var model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
      for (Edge edge : model.getGraph().getEdges().toArray()) {
        System.out.println(file + " " + edge.getId() + " " + edge.getAttribute("relation") + " "
            + edge.getAttribute("year") + " " + edge.getWeight());
      }
    }
    System.exit(0);
  }
}
JAVA
seen=$(java -Djava.awt.headless=true -cp 'jars/*' Edges.java graph.graphml graph.gexf 2>/dev/null | sort)
recorded='graph.gexf first LEARNED_FROM 2016 1.0
graph.gexf second PRAISED null 1.0
graph.graphml first PRAISED 2016 2.0'
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
