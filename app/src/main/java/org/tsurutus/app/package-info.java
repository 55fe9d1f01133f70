/// The command line: one command, one class; one handler turns exceptions into one line and an exit
/// code.
@NullMarked
package org.tsurutus.app;

import org.jspecify.annotations.NullMarked;
