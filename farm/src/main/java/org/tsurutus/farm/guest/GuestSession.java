package org.tsurutus.farm.guest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.RawFact;

/// One guest from power on to power off: reads its facts in a thread of its own, keeps their bytes,
/// hands each to a listener, and sends lines whose answers it waits for.
public final class GuestSession implements AutoCloseable {
    /// The note that says that the wineserver is gone, and with it everything that Windows programs
    /// do.
    public static final String TRACE_ENDED = "trace ended";

    private static final Pattern ENDED = Pattern.compile("ended ([0-9]{1,10})");

    private static final Duration TICK = Duration.ofMillis(50);
    private static final int CLOCK_ROUNDS = 10;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final long REST_BYTES = 4096;

    private final Machine machine;
    private final OutputStream raw;
    private final Consumer<RawFact> listener;
    private final FactReader reader;
    private final Thread thread;
    private final List<Heard> notes = new ArrayList<>();
    private volatile long lastBusy = System.nanoTime();
    private long second = System.nanoTime();
    private long bytesOfSecond;
    private volatile long lastFactNanos;
    private volatile boolean ended;
    private volatile String failure = "";

    /// Begins to read. The machine is on.
    ///
    /// @param raw takes every byte of the fact stream; closed with the session
    /// @param listener called for every fact, in order, from one thread
    public GuestSession(Machine machine, OutputStream raw, Consumer<RawFact> listener) {
        this.machine = machine;
        this.raw = raw;
        this.listener = listener;
        this.reader = new FactReader(new Tee(machine.facts(), raw));
        this.thread = Thread.ofPlatform().daemon().name("guest facts").start(this::read);
    }

    private void read() {
        try {
            reader.forEach(this::accept);
        } catch (RuntimeException e) {
            // a full disk, a mistake of ours: the run must say why nothing more was read
            failure = String.valueOf(e.getMessage());
        } catch (Error e) {
            failure = e.toString();
            throw e;
        } finally {
            ended = true;
        }
    }

    private void accept(RawFact fact) {
        lastFactNanos = fact.nanos();
        listener.accept(fact);
        switch (fact) {
            case RawFact.Note note -> keep(note);
            case RawFact.Trace trace -> busy(trace.bytes().remaining());
            case RawFact.Created _,
                    RawFact.Deleted _,
                    RawFact.Moved _,
                    RawFact.Closed _,
                    RawFact.Content _,
                    RawFact.ClosedEnd _,
                    RawFact.Lost _,
                    RawFact.Counted _,
                    RawFact.Datagram _,
                    RawFact.RawWrite _,
                    RawFact.Attributes _,
                    RawFact.Connected _,
                    RawFact.Accepted _,
                    RawFact.Served _ -> {}
        }
    }

    /// Timers of the desktop tick at rest too; they make less than a kilobyte of trace a second.
    private void busy(int bytes) {
        long now = System.nanoTime();
        if (now - second > SECOND.toNanos()) {
            second = now;
            bytesOfSecond = 0;
        }
        bytesOfSecond += bytes;
        if (bytesOfSecond > REST_BYTES) {
            lastBusy = now;
        }
    }

    private void keep(RawFact.Note note) {
        synchronized (notes) {
            notes.add(new Heard(note.text(), note.nanos(), System.nanoTime()));
            notes.notifyAll();
        }
    }

    /// A note, when the guest's collector took it and when it came here.
    private record Heard(String text, long guestNanos, long hostNanos) {}

    /// Whether exactly this note has come.
    public boolean noted(String note) {
        return note(0, note::equals).isPresent();
    }

    /// What the first process that ended since ended with, unsigned.
    ///
    /// @param from how many notes to pass over, as [#noteCount] said before it was started
    public OptionalLong exitCode(int from) {
        synchronized (notes) {
            return notes.stream()
                    .skip(from)
                    .map(Heard::text)
                    .map(ENDED::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(ended -> Long.parseLong(ended.group(1)))
                    .findFirst();
        }
    }

    /// How many notes have come so far.
    public int noteCount() {
        synchronized (notes) {
            return notes.size();
        }
    }

    /// What the notes say that begin so, without that beginning.
    ///
    /// @param from how many notes to pass over, as [#noteCount] said
    public List<String> notes(int from, String beginning) {
        synchronized (notes) {
            return notes.stream()
                    .skip(from)
                    .map(Heard::text)
                    .filter(text -> text.startsWith(beginning))
                    .map(text -> text.substring(beginning.length()))
                    .toList();
        }
    }

    /// Waits for a note that matches.
    ///
    /// @param from how many notes to pass over, as [#noteCount] said
    public String awaitNote(int from, Predicate<String> wanted, Duration patience) {
        return heard(from, wanted, patience).text();
    }

    private Heard heard(int from, Predicate<String> wanted, Duration patience) {
        await(() -> note(from, wanted).isPresent(), patience);
        return note(from, wanted)
                .orElseThrow(() ->
                        FarmException.environment(
                                "the guest said nothing within "
                                        + patience.toSeconds()
                                        + " s"
                                        + why()));
    }

    private Optional<Heard> note(int from, Predicate<String> wanted) {
        synchronized (notes) {
            return notes.stream().skip(from).filter(heard -> wanted.test(heard.text())).findFirst();
        }
    }

    /// Sends a line and waits for the guest's answer to it.
    ///
    /// @param line a word and what belongs to it
    public void tell(String line, Duration patience) {
        String word = line.split(" ", 2)[0];
        if (answer(line, patience).text().startsWith("failed")) {
            throw FarmException.environment("the guest could not " + word);
        }
    }

    private Heard answer(String line, Duration patience) {
        String word = line.split(" ", 2)[0];
        int before = noteCount();
        machine.tell(line);
        return heard(
                before,
                note -> note.equals("done " + word) || note.equals("failed " + word),
                patience);
    }

    /// Compares the guest's monotonic clock with this host's: asks several times and believes the
    /// quickest answer, whose moment is known best.
    public GuestClock readClock(Duration patience) {
        GuestClock best = askClock(patience);
        for (int round = 1; round < CLOCK_ROUNDS; round++) {
            GuestClock next = askClock(patience);
            best = next.uncertaintyNanos() < best.uncertaintyNanos() ? next : best;
        }
        return best;
    }

    private GuestClock askClock(Duration patience) {
        long asked = System.nanoTime();
        Heard answer = answer("clock", patience);
        long half = (answer.hostNanos() - asked) / 2;
        return new GuestClock(answer.guestNanos() - (asked + half), half);
    }

    /// Waits until the guest's launcher takes commands.
    public void awaitReady(Duration patience) {
        awaitNote(0, note -> note.startsWith("launcher ready"), patience);
    }

    /// Waits until Windows has done nothing for two seconds, but not longer than `patience`: some
    /// programs never rest.
    public void awaitQuiet(Duration patience) {
        lastBusy = System.nanoTime();
        await(() -> System.nanoTime() - lastBusy > REST.toNanos(), patience);
    }

    /// The guest's monotonic clock at the newest fact, in nanoseconds.
    public long guestNanos() {
        return lastFactNanos;
    }

    /// Whether nothing more will come: the PC is off or its line is cut.
    public boolean ended() {
        return ended;
    }

    /// Why reading stopped before its end; empty where it did not.
    public String failure() {
        return failure;
    }

    /// Reads the stream; to be asked what it could not read.
    public FactReader reader() {
        return reader;
    }

    private String why() {
        return failure.isEmpty() ? (ended ? "; it has stopped" : "") : "; " + failure;
    }

    private boolean await(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (ended || System.nanoTime() > deadline) {
                return condition.getAsBoolean();
            }
            pause();
        }
        return true;
    }

    /// Waits for a moment, or less where a note comes.
    private void pause() {
        try {
            synchronized (notes) {
                notes.wait(TICK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FarmException.environment("interrupted while waiting for the guest", e);
        }
    }

    /// Waits for the last facts of a PC that is off and closes the raw stream.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(Duration.ofSeconds(30));
            raw.close();
        } catch (InterruptedException _) {
            interrupted = true;
        } catch (IOException e) {
            throw FarmException.environment("cannot finish the file of raw facts: " + e, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Copies what is read.
    private static final class Tee extends FilterInputStream {
        private final OutputStream copy;

        Tee(InputStream in, OutputStream copy) {
            super(in);
            this.copy = copy;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            if (got > 0) {
                copy.write(bytes, offset, got);
            }
            return got;
        }
    }
}
