package org.tsurutus.sensor.wine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tsurutus.sensor.trace.RecordReader;
import org.tsurutus.sensor.trace.TraceRecord;

/// What must hold for any trace whatever; Jazzer calls [#fuzzerTestOneInput].
public final class TraceFuzzer {
    private static final int PIECE = 100;

    private TraceFuzzer() {}

    /// Throws where something does not hold.
    public static void fuzzerTestOneInput(byte[] data) {
        List<TraceRecord> whole = read(data, Math.max(1, data.length));
        check(whole.equals(read(data, PIECE)), "pieces read differently");
        follow(whole);
    }

    private static List<TraceRecord> read(byte[] data, int piece) {
        List<TraceRecord> records = new ArrayList<>();
        RecordReader reader = new RecordReader(records::add);
        for (int at = 0; at < data.length; at += piece) {
            reader.accept(ByteBuffer.wrap(data, at, Math.min(piece, data.length - at)));
        }
        check(records.size() + reader.notUnderstood() == reader.records(), "a record was lost");
        long rest = reader.bytesSkipped() + reader.waiting();
        check(rest >= 0 && rest <= data.length, "bytes were lost or added");
        return records;
    }

    private static void follow(List<TraceRecord> records) {
        List<WineProcess> stopped = new ArrayList<>();
        WineState state =
                new WineState(
                        "terminal",
                        new DriveC("/wine/drive_c/"),
                        act -> {
                            if (act instanceof Act.Stopped(WineProcess process)) {
                                stopped.add(process);
                            }
                        });
        records.forEach(state::accept);
        check(new HashSet<>(stopped).size() == stopped.size(), "a process stopped twice");
        for (WineProcess process : state.live()) {
            check(!process.ended() && !stopped.contains(process), "the dead live");
        }
        check(state.notUnderstood() + state.unknownThreads() <= records.size(), "counted twice");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
