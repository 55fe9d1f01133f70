package org.tsurutus.markii.scan;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.tsurutus.bench.jmh.MadeLog;

/// How fast the structure of lines is found on one core. Operations are bytes, so `ops/ns` reads as
/// GB/s.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StructuralScanBenchmark {
    /// Every line's end, quotes, and the spaces outside quotes, by vector instructions.
    ///
    /// @return how many spaces there were
    @Benchmark
    @OperationsPerInvocation(MadeLog.BYTES)
    public long separatorsByVectors(MadeLog log) {
        LineMarks marks = new VectorMarks();
        Block block = log.block();
        long spaces = 0;
        for (int at = block.start(); at < block.end(); at = marks.endWithBreak()) {
            marks.find(block.bytes(), at, block.end());
            spaces += marks.spaceCount();
        }
        return spaces;
    }

    /// Every field with its key's number, by vector instructions: the whole grammar.
    ///
    /// @return how many fields there were
    @Benchmark
    @OperationsPerInvocation(MadeLog.BYTES)
    public long fieldsByVectors(MadeLog log) {
        return fields(log, new VectorMarks());
    }

    /// The same, eight bytes at a time, as it is done without the vector module.
    ///
    /// @return how many fields there were
    @Benchmark
    @OperationsPerInvocation(MadeLog.BYTES)
    public long fieldsBySwar(MadeLog log) {
        return fields(log, new SwarMarks());
    }

    private static long fields(MadeLog log, LineMarks marks) {
        LineCursor cursor = new LineCursor(log.block(), marks);
        long fields = 0;
        while (cursor.next()) {
            fields += cursor.fields();
        }
        return fields;
    }
}
