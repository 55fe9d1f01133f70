package org.tsurutus.markii.where;

import org.tsurutus.markii.MarkIIException;

/// The language of `--where`.
///
/// A condition is `key OP value`, `key?` or `has key`; conditions are joined by `and`, `or`, `not`
/// and parentheses, of which `not` binds most and `or` least.
///
/// | operator | holds where |
/// |---|---|
/// | `=` `!=` | the value is this text, exactly |
/// | `~` `!~` | this regular expression (RE2) is found in the value, ignoring case |
/// | `<` `<=` `>` `>=` | the value is a number, or for keys of that type a time, on this side |
/// | `key?` `has key` | the record has the key |
///
/// A record without the key answers no to `=`, `~` and the comparisons; `!=` and `!~` are their
/// negations and answer yes. Of a key that stands twice, the first counts.
///
/// Values are bare up to a space or a closing parenthesis, or in single or double quotes, which are
/// doubled inside. Times are `2026-11-22T12:00:00+09:00`, or without zone by the terminal's clock;
/// a date alone is the whole day.
///
/// Besides the keys of the vocabulary there are `time` and `line` of the record, `file` that it is
/// from, and `kind`, its `evt/subEvt`. A key that the vocabulary lacks must stand in quotes.
public final class Where {
    private Where() {}

    /// Reads an expression.
    ///
    /// @throws MarkIIException for an expression that is none; the message says the column
    public static LineSelection parse(String expression) {
        Expression parsed = Parser.parse(expression);
        return block -> new FilterMaker(block).filter(parsed);
    }

    /// A text as a value of an expression, whatever it holds.
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
