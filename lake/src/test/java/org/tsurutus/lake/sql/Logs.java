package org.tsurutus.lake.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small logs for tests, and the answers to queries.
final class Logs {
    static final String HEADER = "01/05/2026 09:00:00.102 +0900";

    private Logs() {}

    /// Writes lines, each of them a header and these fields.
    static Path write(Path file, String... fields) throws IOException {
        StringBuilder log = new StringBuilder();
        for (String line : fields) {
            log.append(HEADER).append(' ').append(line).append("\r\n");
        }
        return Files.writeString(file, log);
    }

    /// The rows that a query has over inputs, cells as text and NULL as `NULL`.
    static List<List<String>> rows(String query, Object... inputs) {
        List<String> names = new ArrayList<>();
        for (Object input : inputs) {
            names.add(input.toString());
        }
        try (Lake lake = Lake.open(names)) {
            return rows(lake, query);
        }
    }

    static List<List<String>> rows(Lake lake, String query) {
        try (Answer answer = lake.query(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 0; column < answer.columns().size(); column++) {
                    row.add(answer.text(column).orElse("NULL"));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
