@NullMarked
package org.tsurutus.app;

import org.jspecify.annotations.NullMarked;
