/// The answers of a simulated network: whatever a PC asks of the world, something harmless of ours
/// answers, and a line tells what was said.
///
/// Start with [org.tsurutus.network.answer.Answers]. Nothing here opens a socket.
@NullMarked
package org.tsurutus.network.answer;

import org.jspecify.annotations.NullMarked;
