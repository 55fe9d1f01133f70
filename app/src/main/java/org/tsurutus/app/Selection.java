package org.tsurutus.app;

import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.where.LineSelection;
import org.tsurutus.markii.where.Where;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The option `--where`.
final class Selection {
    @Option(
            names = "--where",
            paramLabel = "EXPRESSION",
            converter = Reader.class,
            description = {
                "Only records for which this holds: key OP value, key? and has key, joined by and, or, not and parentheses.",
                "= and != compare the exact text; ~ and !~ search a regular expression, ignoring case; < <= > >= compare numbers and times.",
                "A record without the key answers no to = ~ < <= > >= and yes to != and !~.",
                "Besides the keys of records there are time, line, file and kind (evt/subEvt). Other keys stand in quotes."
            })
    LineSelection where = LineSelection.ALL;

    /// Reads an expression.
    static final class Reader implements ITypeConverter<LineSelection> {
        @Override
        public LineSelection convert(String expression) {
            try {
                return Where.parse(expression);
            } catch (MarkIIException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
