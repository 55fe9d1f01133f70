@NullMarked
package org.tsurutus.disk;

import org.jspecify.annotations.NullMarked;
