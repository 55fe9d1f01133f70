package org.tsurutus.markii.where;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tsurutus.markii.vocabulary.ValueType;
import org.tsurutus.markii.where.Expression.And;
import org.tsurutus.markii.where.Expression.Equal;
import org.tsurutus.markii.where.Expression.Has;
import org.tsurutus.markii.where.Expression.Not;
import org.tsurutus.markii.where.Expression.NumberIs;
import org.tsurutus.markii.where.Expression.Or;
import org.tsurutus.markii.where.Expression.Search;
import org.tsurutus.markii.where.Expression.TimeIs;
import org.tsurutus.markii.where.Subject.UnknownKey;
import org.tsurutus.markii.where.Subject.Virtual;

/// Reads an expression by recursive descent, each method a rule of the grammar.
final class Parser {
    private static final int DEEPEST = 200;

    private final Words words;
    private int depth;

    private Parser(String text) {
        this.words = new Words(text);
    }

    static Expression parse(String text) {
        Parser parser = new Parser(text);
        Expression expression = parser.disjunction();
        if (!parser.words.isAtEnd()) {
            throw parser.words.wrong("expected and, or, or the end");
        }
        return expression;
    }

    private Expression disjunction() {
        return joined("or", () -> joined("and", this::negation, And::new), Or::new);
    }

    private static Expression only(
            List<Expression> parts, Function<List<Expression>, Expression> joint) {
        return parts.size() == 1 ? parts.getFirst() : joint.apply(List.copyOf(parts));
    }

    private Expression joined(
            String word, Supplier<Expression> part, Function<List<Expression>, Expression> joint) {
        List<Expression> parts = new ArrayList<>(List.of(part.get()));
        while (words.take(word)) {
            parts.add(part.get());
        }
        return only(parts, joint);
    }

    private Expression negation() {
        depth++;
        if (depth > DEEPEST) {
            throw words.wrong("more than " + DEEPEST + " levels of not and parentheses");
        }
        Expression expression;
        if (words.take("not")) {
            expression = new Not(negation());
        } else if (words.takeSign('(')) {
            expression = disjunction();
            if (!words.takeSign(')')) {
                throw words.wrong("a closing parenthesis is missing");
            }
        } else {
            expression = condition();
        }
        depth--;
        return expression;
    }

    private Expression condition() {
        if (words.take("has")) {
            return new Has(subject());
        }
        Subject subject = subject();
        if (words.takeSign('?')) {
            return new Has(subject);
        }
        Operator operator = words.operator();
        Words.Value value = words.value(operator);
        return switch (operator) {
            case EQUAL -> equal(subject, value);
            case UNEQUAL -> new Not(equal(subject, value));
            case LIKE -> search(subject, value);
            case UNLIKE -> new Not(search(subject, value));
            case BELOW -> compared(subject, Order.BELOW, value);
            case AT_MOST -> compared(subject, Order.AT_MOST, value);
            case ABOVE -> compared(subject, Order.ABOVE, value);
            case AT_LEAST -> compared(subject, Order.AT_LEAST, value);
        };
    }

    private Subject subject() {
        Words.Value key = words.key();
        Optional<Subject> known = Subjects.virtual(key.text()).or(() -> Subjects.known(key.text()));
        if (known.isEmpty() && !key.quoted()) {
            String nearest =
                    NearestKey.to(key.text()).map(near -> "did you mean " + near + "? ").orElse("");
            throw words.wrong(
                    key.at(),
                    "no key "
                            + key.text()
                            + " is known; "
                            + nearest
                            + "A key that is not known must stand in quotes");
        }
        return known.orElseGet(() -> new UnknownKey(key.text()));
    }

    private Expression equal(Subject subject, Words.Value value) {
        return subject == Virtual.TIME
                ? compared(subject, Order.WITHIN, value)
                : new Equal(subject, value.text());
    }

    private Expression search(Subject subject, Words.Value value) {
        try {
            return new Search(subject, Pattern.compile(value.text(), Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw words.wrong(
                    value.at(),
                    "no regular expression of RE2: " + e.getDescription() + " in " + value.text());
        }
    }

    private Expression compared(Subject subject, Order order, Words.Value value) {
        return switch (subject) {
            case Virtual virtual -> compared(virtual, order, value);
            case Subject.Key key when key.type() == ValueType.TIME -> time(key, order, value);
            case Subject.Key _, UnknownKey _ -> number(subject, order, value);
        };
    }

    private Expression compared(Virtual subject, Order order, Words.Value value) {
        return switch (subject) {
            case TIME -> time(subject, order, value);
            case LINE -> number(subject, order, value);
            case FILE, KIND ->
                    throw words.wrong(
                            value.at(), subject.word() + " has no order; use = or ~ instead");
        };
    }

    private Expression time(Subject subject, Order order, Words.Value value) {
        return TimeSpan.parse(value.text())
                .map(time -> new TimeIs(subject, order, time))
                .orElseThrow(() ->
                        words.wrong(
                                value.at(),
                                value.text()
                                        + " is no time; write 2026-11-22T12:00:00+09:00,"
                                        + " 2026-11-22T12:00:00 or 2026-11-22"));
    }

    private Expression number(Subject subject, Order order, Words.Value value) {
        if (!value.text().matches("-?[0-9]{1,255}")) {
            throw words.wrong(
                    value.at(), value.text() + " is no number; for text use = or ~ instead");
        }
        return new NumberIs(subject, order, value.text());
    }
}
