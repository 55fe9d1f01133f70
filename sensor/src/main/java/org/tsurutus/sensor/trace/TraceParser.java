package org.tsurutus.sensor.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads lines of the wineserver's trace and joins each request with its reply.
///
/// Most lines are about requests that do not matter; they cost a look at their first characters. A
/// line of a known request that cannot be understood is counted, never fatal.
public final class TraceParser {
    private static final int MAX_WAITING_CHARACTERS = 32 << 20;

    private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
    private int waitingCharacters;
    private long notUnderstood;

    private record Waiting(Call call, String arguments, boolean cut) {}

    /// What this line completes, if anything.
    public Optional<TraceEvent> accept(TraceLines.Line line) {
        try {
            return read(line);
        } catch (TraceSyntaxException _) {
            notUnderstood++;
            return Optional.empty();
        }
    }

    /// How many lines of known requests were not understood.
    public long notUnderstood() {
        return notUnderstood;
    }

    private Optional<TraceEvent> read(TraceLines.Line line) {
        String text = line.text();
        int colon = text.indexOf(": ");
        if (colon < 4 || colon > 8) {
            return Optional.empty();
        }
        int id = 0;
        for (int i = 0; i < colon; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return Optional.empty();
            }
            id = (id << 4) | digit;
        }
        int start = colon + 2;
        if (text.startsWith("*", start)) {
            return note(id, text.substring(start));
        }
        int brace = text.indexOf('(', start);
        if (brace < 0) {
            return Optional.empty();
        }
        Optional<Call> call = Call.named(text.substring(start, brace));
        if (call.isEmpty()) {
            return Optional.empty();
        }
        String rest = text.substring(brace + 1);
        if (rest.startsWith(") = ")) {
            return reply(id, call.get(), rest.substring(4), line.cut());
        }
        request(id, new Waiting(call.get(), arguments(rest, line.cut()), line.cut()));
        return Optional.empty();
    }

    private Optional<TraceEvent> note(int id, String text) {
        String killed = "*killed* exit_code=";
        if (text.equals("*process killed*")) {
            return Optional.of(new TraceEvent.ProcessGone(id));
        }
        if (text.startsWith(killed)) {
            forget(id);
            try {
                int exitCode = Integer.parseInt(text.substring(killed.length()));
                return Optional.of(new TraceEvent.ThreadKilled(id, exitCode));
            } catch (NumberFormatException _) {
                throw new TraceSyntaxException("an exit code is no number");
            }
        }
        return Optional.empty();
    }

    private static String arguments(String text, boolean cut) {
        if (text.endsWith(" )")) {
            return text.substring(0, text.length() - 2);
        }
        if (cut) {
            return text;
        }
        throw new TraceSyntaxException("a request does not end");
    }

    /// A thread waits for one reply at a time, so a second request means that a line was lost, or
    /// that a unix name holds line ends and looks like lines.
    private void request(int thread, Waiting request) {
        if (forget(thread).isPresent()) {
            notUnderstood++;
        }
        waiting.put(thread, request);
        waitingCharacters += request.arguments().length();
        while (waitingCharacters > MAX_WAITING_CHARACTERS) {
            forget(waiting.keySet().iterator().next());
            notUnderstood++;
        }
    }

    private Optional<Waiting> forget(int thread) {
        Optional<Waiting> forgotten = Optional.ofNullable(waiting.remove(thread));
        forgotten.ifPresent(request -> waitingCharacters -= request.arguments().length());
        return forgotten;
    }

    private Optional<TraceEvent> reply(int thread, Call call, String text, boolean cut) {
        Waiting request =
                forget(thread)
                        .orElseThrow(() -> new TraceSyntaxException("a reply has no request"));
        if (request.call() != call) {
            throw new TraceSyntaxException("a reply answers another request");
        }
        int space = text.indexOf(" { ");
        String status = space < 0 ? text : text.substring(0, space);
        String values = space < 0 ? "" : text.substring(space + 3);
        if (values.endsWith(" }")) {
            values = values.substring(0, values.length() - 2);
        } else if (space >= 0 && !cut) {
            throw new TraceSyntaxException("a reply does not end");
        }
        return Optional.of(
                new TraceEvent.Exchange(
                        thread,
                        call,
                        GroupReader.read(request.arguments(), request.cut()),
                        status.strip(),
                        GroupReader.read(values, cut)));
    }
}
