package org.tsurutus.hunt;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/// Words a process's start and how long it ran.
final class LifetimeText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final DateTimeFormatter format;

    private LifetimeText(DateTimeFormatter format) {
        this.format = format;
    }

    /// With the time of day only, if all processes start on one day.
    static LifetimeText of(Stream<ProcessNode> processes) {
        boolean oneDay =
                processes
                                .flatMap(process -> process.start().stream())
                                .map(OffsetDateTime::toLocalDate)
                                .distinct()
                                .limit(2)
                                .count()
                        < 2;
        return new LifetimeText(oneDay ? CLOCK : DATE_AND_CLOCK);
    }

    /// For example `13:13:13.890, ran 1:02.003`; empty for a process whose start is not known.
    String of(ProcessNode process) {
        if (process.start().isEmpty()) {
            return "";
        }
        OffsetDateTime start = process.start().get();
        return start.format(format)
                + process.stop()
                        .map(stop -> ", ran " + span(Duration.between(start, stop)))
                        .orElse("");
    }

    private static String span(Duration span) {
        Duration size = span.abs();
        String hours = size.toHours() > 0 ? size.toHours() + ":" : "";
        return String.format(
                Locale.ROOT,
                hours.isEmpty() ? "%s%s%d:%02d.%03d" : "%s%s%02d:%02d.%03d",
                span.isNegative() ? "−" : "",
                hours,
                size.toMinutesPart(),
                size.toSecondsPart(),
                size.toMillisPart());
    }
}
