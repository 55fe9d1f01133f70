/// The log as bytes: the one place that knows the grammar of a line, fast enough for gigabytes.
///
/// A [org.tsurutus.markii.scan.LogSource] is cut into [org.tsurutus.markii.scan.Block]s of whole
/// lines, several threads walk them with a [org.tsurutus.markii.scan.LineCursor], and
/// [org.tsurutus.markii.scan.LogScan] hands their results on in the order of the input. No object
/// is made for a line or a field; who wants objects takes [org.tsurutus.markii.MarkIIReader].
@NullMarked
package org.tsurutus.markii.scan;

import org.jspecify.annotations.NullMarked;
