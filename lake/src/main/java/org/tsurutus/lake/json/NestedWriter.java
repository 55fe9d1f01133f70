package org.tsurutus.lake.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes fields by their path and opens and closes the objects around them. Fields of one object
/// must come together.
final class NestedWriter {
    private final JsonGenerator json;
    private final List<String> open = new ArrayList<>();
    private List<String> last = List.of();

    NestedWriter(JsonGenerator json) {
        this.json = json;
    }

    /// Whether the field was the last to be written.
    boolean isWritten(List<String> path) {
        return path.equals(last);
    }

    /// Writes the name of a field and answers with what its value is written to.
    JsonGenerator field(List<String> path) {
        int objects = path.size() - 1;
        int shared = 0;
        while (shared < Math.min(open.size(), objects)
                && open.get(shared).equals(path.get(shared))) {
            shared++;
        }
        closeTo(shared);
        while (open.size() < objects) {
            String name = path.get(open.size());
            json.writeName(name);
            json.writeStartObject();
            open.add(name);
        }
        json.writeName(path.getLast());
        last = path;
        return json;
    }

    /// Closes all objects that are open.
    void end() {
        closeTo(0);
        last = List.of();
    }

    private void closeTo(int depth) {
        while (open.size() > depth) {
            open.removeLast();
            json.writeEndObject();
        }
    }
}
