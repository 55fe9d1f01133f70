/// What a PE file's version resource says of its maker, its name and its version.
@NullMarked
package org.tsurutus.windows.version;

import org.jspecify.annotations.NullMarked;
