/// How panels and controls are recognised in a frame: lines of text first, then the edges around
/// them, the marks before them and the windows that they lie in; what the text says is read last.
@NullMarked
package org.tsurutus.screen.sight;

import org.jspecify.annotations.NullMarked;
