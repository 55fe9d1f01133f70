package org.tsurutus.markii;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The grammar of one line: the header, then ` key=value` until the end.
final class LineParser {
    private final String line;
    private final List<Field> fields = new ArrayList<>(48);
    private int at = Header.LENGTH;

    private LineParser(String line) {
        this.line = line;
    }

    /// Reads a line without its line end.
    ///
    /// @throws MarkIIException for a line that is no record; the message is the reason
    static MarkIIRecord parse(String line) {
        return new LineParser(line).record();
    }

    private MarkIIRecord record() {
        if (line.isEmpty()) {
            throw new MarkIIException("the line is empty");
        }
        if (line.length() < Header.LENGTH) {
            throw new MarkIIException("the line is shorter than its header, " + Header.SHAPE);
        }
        refuse('\0', "a NUL");
        refuse('\r', "a carriage return");
        Optional<OffsetDateTime> time = Header.read(line);
        if (time.isEmpty()) {
            throw new MarkIIException("the line does not begin with " + Header.SHAPE);
        }
        if (line.length() <= Header.LENGTH + 1) {
            throw new MarkIIException("there is no field after the header");
        }
        while (at < line.length()) {
            fields.add(field());
        }
        return new MarkIIRecord(time.get(), fields);
    }

    private void refuse(char c, String name) {
        int found = line.indexOf(c);
        if (found >= 0) {
            throw malformed(found, name + " inside the line");
        }
    }

    private Field field() {
        if (line.charAt(at) != ' ') {
            throw malformed(at, "a space must stand before a field");
        }
        at++;
        int end = Field.keyEnd(line, at);
        if (end == at) {
            throw malformed(at, "no key after a space");
        }
        if (end == line.length() || line.charAt(end) != '=') {
            throw malformed(end, "no = after a key");
        }
        String key = line.substring(at, end);
        at = end + 1;
        boolean quoted = at < line.length() && line.charAt(at) == '"';
        return new Field(key, quoted ? quotedValue() : bareValue(), quoted);
    }

    private String bareValue() {
        int space = line.indexOf(' ', at);
        int end = space < 0 ? line.length() : space;
        String value = line.substring(at, end);
        at = end;
        return value;
    }

    /// A quoted value ends at the first quote that is not one of a pair; a backslash means itself.
    private String quotedValue() {
        int open = at;
        int quote = line.indexOf('"', open + 1);
        boolean pairs = false;
        while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
            pairs = true;
            quote = line.indexOf('"', quote + 2);
        }
        if (quote < 0) {
            throw malformed(open, "a quote that is never closed");
        }
        at = quote + 1;
        String value = line.substring(open + 1, quote);
        return pairs ? value.replace("\"\"", "\"") : value;
    }

    private static MarkIIException malformed(int index, String reason) {
        return new MarkIIException("column " + (index + 1) + ": " + reason);
    }
}
