/// Choosing lines of a log by an expression such as `evt=ps and subEvt=start and cmd~enc`.
///
/// [org.tsurutus.markii.where.Where] reads the expression and says all of the language. It is then
/// made ready for one [org.tsurutus.markii.scan.Block] at a time and asked for each line; values
/// are compared as the bytes that they are.
@NullMarked
package org.tsurutus.markii.where;

import org.jspecify.annotations.NullMarked;
