import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;

/** Reads a file and answers each query in a folder from the union of its graphs, as tab-separated text. */
public class Jena {
  public static void main(String[] arguments) throws Exception {
    var dataset = RDFDataMgr.loadDataset(arguments[0]);
    // a model of its own: the view of a union has no index, and joins over it take minutes
    var union = ModelFactory.createDefaultModel().add(dataset.getUnionModel());
    union.add(dataset.getDefaultModel());
    System.out.println(union.size());
    var answers = Path.of(arguments[2]);
    List<Path> queries;
    try (var files = Files.list(Path.of(arguments[1]))) {
      queries = files.filter(file -> file.toString().endsWith(".rq")).toList();
    }
    for (Path query : queries) {
      var name = query.getFileName().toString().replace(".rq", ".tsv");
      var rows = new ArrayList<String>();
      try (var execution = QueryExecutionFactory.create(Files.readString(query), union)) {
        var result = execution.execSelect();
        rows.add(String.join("\t", result.getResultVars()));
        while (result.hasNext()) {
          var row = result.next();
          var cells = new ArrayList<String>();
          for (String column : result.getResultVars()) {
            var term = row.get(column);
            cells.add(term == null ? "" : term.isLiteral() ? term.asLiteral().getLexicalForm() : term.toString());
          }
          rows.add(String.join("\t", cells));
        }
      }
      Files.write(answers.resolve(name), rows);
    }
  }
}
