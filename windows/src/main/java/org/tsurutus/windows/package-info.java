@NullMarked
package org.tsurutus.windows;

import org.jspecify.annotations.NullMarked;
