/// Benchmarks of hot loops, run by JMH: `bench/run jmh`.
///
/// Each invocation is counted as the bytes that it reads, so JMH's operations are bytes: what it
/// calls `ops/us` is MB/s, and `ops/ns` is GB/s.
@NullMarked
package org.tsurutus.bench.jmh;

import org.jspecify.annotations.NullMarked;
