import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Opens a graph file as Gephi does: nodes, edges, then a line for each kind of edge, and labels. */
public class Gephi {
  public static void main(String[] arguments) throws Exception {
    Lookup.getDefault().lookup(ProjectController.class).newProject();
    var workspace = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
    var importer = Lookup.getDefault().lookup(ImportController.class);
    var container = importer.importFile(new File(arguments[0]));
    container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
    importer.process(container, new DefaultProcessor(), workspace);
    var model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    var graph = model.getDirectedGraph();
    System.out.println(graph.getNodeCount() + "\t" + graph.getEdgeCount());
    Map<String, Integer> kinds = new TreeMap<>();
    for (var edge : graph.getEdges().toArray()) {
      kinds.merge(String.valueOf(edge.getTypeLabel()), 1, Integer::sum);
    }
    kinds.forEach((kind, count) -> System.out.println(kind + "\t" + count));
    System.out.println("labels");
    for (var node : graph.getNodes().toArray()) {
      System.out.println(node.getId() + "\t" + node.getLabel());
    }
    System.exit(0);
  }
}
