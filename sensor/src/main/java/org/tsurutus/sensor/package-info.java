@NullMarked
package org.tsurutus.sensor;

import org.jspecify.annotations.NullMarked;
