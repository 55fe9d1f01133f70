/// What was tried with every dialog, how the screen took it, and what is left to try.
@NullMarked
package org.tsurutus.screen.tries;

import org.jspecify.annotations.NullMarked;
