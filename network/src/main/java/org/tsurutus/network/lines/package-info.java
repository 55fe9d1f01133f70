/// Lines of JSON about what strangers said, and what was received from them, all bounded.
@NullMarked
package org.tsurutus.network.lines;

import org.jspecify.annotations.NullMarked;
