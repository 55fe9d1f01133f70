package org.tsurutus.bench.jmh;

import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.tsurutus.markii.MarkIIReader;

/// How fast whole records are read, every field a string of its own. Operations are bytes, so
/// `ops/us` reads as MB/s.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LineReadBenchmark {
    /// Reads every record of a log.
    ///
    /// @return how many lines there were
    @Benchmark
    @OperationsPerInvocation(MadeLog.BYTES)
    public long everyRecord(MadeLog log) {
        try (MarkIIReader reader = new MarkIIReader(new ByteArrayInputStream(log.bytes()))) {
            return reader.lines().count();
        }
    }
}
