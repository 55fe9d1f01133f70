package org.tsurutus.markii.where;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.value.OrderedBytes;
import org.tsurutus.markii.value.RecordTime;
import org.tsurutus.markii.value.ValueBytes;
import org.tsurutus.markii.where.Expression.And;
import org.tsurutus.markii.where.Expression.Equal;
import org.tsurutus.markii.where.Expression.Has;
import org.tsurutus.markii.where.Expression.Not;
import org.tsurutus.markii.where.Expression.NumberIs;
import org.tsurutus.markii.where.Expression.Or;
import org.tsurutus.markii.where.Expression.Search;
import org.tsurutus.markii.where.Expression.TimeIs;
import org.tsurutus.markii.where.Subject.Virtual;

/// Makes filters for the lines of one block; all of them share one value.
final class FilterMaker {
    private final SubjectReader reader;
    private final ValueBytes value;

    FilterMaker(Block block) {
        this.value = new ValueBytes(block);
        this.reader = new SubjectReader(block, value);
    }

    LineFilter filter(Expression expression) {
        return switch (expression) {
            case And and -> all(filters(and.parts()));
            case Or or -> any(filters(or.parts()));
            case Not not -> not(filter(not.negated()));
            case Has has -> line -> reader.has(has.subject(), line);
            case Equal equal -> equal(equal);
            case Search search -> search(search);
            case NumberIs number -> number(number);
            case TimeIs time when time.subject() == Virtual.TIME -> headerTime(time);
            case TimeIs time -> time(time);
        };
    }

    private List<LineFilter> filters(List<Expression> parts) {
        return parts.stream().map(this::filter).toList();
    }

    private static LineFilter all(List<LineFilter> parts) {
        return line -> {
            for (LineFilter part : parts) {
                if (!part.matches(line)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static LineFilter any(List<LineFilter> parts) {
        return line -> {
            for (LineFilter part : parts) {
                if (part.matches(line)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static LineFilter not(LineFilter negated) {
        return line -> !negated.matches(line);
    }

    private LineFilter equal(Equal equal) {
        byte[] expected = equal.text().getBytes(StandardCharsets.UTF_8);
        return line -> reader.read(equal.subject(), line) && value.isEqualTo(expected);
    }

    private LineFilter search(Search search) {
        ValueSearch found = ValueSearch.of(search.pattern());
        return line -> reader.read(search.subject(), line) && found.isIn(value);
    }

    private LineFilter number(NumberIs number) {
        byte[] limit = number.number().getBytes(StandardCharsets.US_ASCII);
        OrderedBytes ordered = new OrderedBytes();
        ordered.addDecimal(limit, 0, limit.length);
        byte[] expected = ordered.toArray();
        return line -> {
            ordered.clear();
            return reader.read(number.subject(), line)
                    && ordered.addDecimal(value.bytes(), value.from(), value.to())
                    && number.order().holds(ordered.compareTo(expected));
        };
    }

    private static LineFilter headerTime(TimeIs expected) {
        return line -> {
            long zone = expected.time().zoned() ? 0 : RecordTime.zone(line);
            return holds(expected, RecordTime.instant(line) + zone);
        };
    }

    /// Times inside values have no zone of their own; that of the line is theirs.
    private LineFilter time(TimeIs expected) {
        return line -> {
            if (!reader.read(expected.subject(), line)) {
                return false;
            }
            OptionalLong time = RecordTime.local(value);
            long zone = expected.time().zoned() ? RecordTime.zone(line) : 0;
            return time.isPresent() && holds(expected, time.getAsLong() - zone);
        };
    }

    private static boolean holds(TimeIs expected, long time) {
        return expected.order().holds(expected.time().compare(time));
    }
}
