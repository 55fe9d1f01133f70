/// Tests of org.tsurutus.network.capture.
@NullMarked
package org.tsurutus.network.capture;

import org.jspecify.annotations.NullMarked;
