import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** Reads a file and answers each query in a folder from the union of its graphs, as tab-separated text. */
public class Rdf4j {
  public static void main(String[] arguments) throws Exception {
    var repository = new SailRepository(new MemoryStore());
    var answers = Path.of(arguments[2]);
    List<Path> queries;
    try (var files = Files.list(Path.of(arguments[1]))) {
      queries = files.filter(file -> file.toString().endsWith(".rq")).toList();
    }
    try (var connection = repository.getConnection()) {
      connection.add(new File(arguments[0]), null, RDFFormat.TRIG);
      System.out.println(connection.size());
      for (Path query : queries) {
        var name = query.getFileName().toString().replace(".rq", ".tsv");
        var rows = new ArrayList<String>();
        try (var result = connection.prepareTupleQuery(Files.readString(query)).evaluate()) {
          rows.add(String.join("\t", result.getBindingNames()));
          for (var row : result) {
            var cells = new ArrayList<String>();
            for (String column : result.getBindingNames()) {
              var term = row.getValue(column);
              cells.add(term == null ? "" : term.stringValue());
            }
            rows.add(String.join("\t", cells));
          }
        }
        Files.write(answers.resolve(name), rows);
      }
    }
    repository.shutDown();
  }
}
