@NullMarked
package org.tsurutus.hunt;

import org.jspecify.annotations.NullMarked;
