package org.tsurutus.app;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.tsurutus.farm.host.Progress;

/// Progress for people, on standard error: a step's name at once, its time when it ends. On a
/// terminal the seconds run; elsewhere a line now and then says that the step goes on.
final class Terminal implements Progress {
    private static final Duration LIVE = Duration.ofSeconds(1);
    private static final Duration LOGGED = Duration.ofSeconds(15);

    private final PrintStream out;
    private final boolean live;

    Terminal(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /// Progress as this process's standard error allows.
    static Terminal standard() {
        return new Terminal(
                System.err,
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    @Override
    public Step begin(String what) {
        return new Running(what);
    }

    private final class Running implements Step {
        private final String what;
        private final long start = System.nanoTime();
        private final Thread ticker;
        private boolean closed;

        Running(String what) {
            this.what = what;
            out.print(live ? "· " + what + " …" : "· " + what + "\n");
            out.flush();
            ticker = Thread.ofVirtual().start(this::tick);
        }

        private void tick() {
            try {
                while (true) {
                    Thread.sleep(live ? LIVE : LOGGED);
                    say(
                            live
                                    ? "\r· " + what + " … " + seconds() + " s"
                                    : "  " + what + ": " + seconds() + " s so far\n");
                }
            } catch (InterruptedException _) {
                // the step has ended
            }
        }

        private synchronized void say(String text) {
            if (!closed) {
                out.print(text);
                out.flush();
            }
        }

        private long seconds() {
            return Duration.ofNanos(System.nanoTime() - start).toSeconds();
        }

        @Override
        public void close() {
            double took = (System.nanoTime() - start) / 1e9;
            say(
                    (live ? "\r✓ " : "  done: ")
                            + what
                            + " "
                            + String.format("(%.1f s)", took)
                            + (live ? "      \n" : "\n"));
            synchronized (this) {
                closed = true;
            }
            ticker.interrupt();
        }
    }
}
