/// Answers as real clients hear them, and against strangers' bytes.
@NullMarked
package org.tsurutus.network.answer;

import org.jspecify.annotations.NullMarked;
