@NullMarked
package org.tsurutus.disk.boot;

import org.jspecify.annotations.NullMarked;
