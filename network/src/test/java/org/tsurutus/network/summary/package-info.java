/// Tests of org.tsurutus.network.summary.
@NullMarked
package org.tsurutus.network.summary;

import org.jspecify.annotations.NullMarked;
