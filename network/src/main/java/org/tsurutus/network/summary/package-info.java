/// What was said in a capture, as lines of JSON: names asked for, pages fetched, servers, files.
///
/// Start with [org.tsurutus.network.summary.NetworkSummary].
@NullMarked
package org.tsurutus.network.summary;

import org.jspecify.annotations.NullMarked;
