package org.tsurutus.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.SplittableRandom;

/// Makes Mark II logs of any size that look like those of a dozen office PCs; `bench/README.md`
/// says what they hold. The same seed makes the same bytes.
public final class LogMaker {
    private static final int MILLION = 1_000_000;

    private final long seed;
    private final int damagedOfMillion;

    private LogMaker(long seed, int damagedOfMillion) {
        this.seed = seed;
        this.damagedOfMillion = damagedOfMillion;
    }

    /// A maker whose logs follow from `seed` and hold no malformed line.
    public static LogMaker seeded(long seed) {
        return new LogMaker(seed, 0);
    }

    /// A maker that breaks about so many lines in a million, so that they are no records.
    ///
    /// @throws BenchException for less than none or more than all
    public LogMaker damaging(int ofMillion) {
        if (ofMillion < 0 || ofMillion > MILLION) {
            throw new BenchException(
                    "cannot break " + ofMillion + " lines of a million; choose 0 to " + MILLION);
        }
        return new LogMaker(seed, ofMillion);
    }

    /// Writes whole lines, each ended by LF, until there are at least `bytes` of them. The stream
    /// is flushed and stays open.
    ///
    /// @return how many bytes were written
    /// @throws BenchException when the stream cannot be written
    public long write(OutputStream out, long bytes) {
        Map<String, Words> lists = Words.read();
        Mix mix = new Mix(lists);
        SplittableRandom random = new SplittableRandom(seed);
        Scene scene = new Scene(lists, random);
        LineBuffer lines = new LineBuffer();
        long written = 0;
        try {
            while (written + lines.length() < bytes) {
                line(mix.draw(random), scene, lines);
                if (lines.isFull()) {
                    written += lines.length();
                    lines.writeTo(out);
                }
            }
            written += lines.length();
            lines.writeTo(out);
            out.flush();
            return written;
        } catch (IOException e) {
            throw new BenchException("cannot write the made log: " + e + "; check the disk", e);
        }
    }

    private void line(Mix.Kind kind, Scene scene, LineBuffer lines) {
        int start = lines.length();
        scene.happen(kind.act());
        kind.line().put(lines, scene);
        if (damagedOfMillion > 0 && scene.random().nextInt(MILLION) < damagedOfMillion) {
            Damage.draw(scene.random()).strike(lines, start);
        }
        lines.put('\n');
    }
}
