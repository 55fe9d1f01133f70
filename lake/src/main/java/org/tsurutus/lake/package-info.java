@NullMarked
package org.tsurutus.lake;

import org.jspecify.annotations.NullMarked;
