@NullMarked
package org.tsurutus.screen;

import org.jspecify.annotations.NullMarked;
