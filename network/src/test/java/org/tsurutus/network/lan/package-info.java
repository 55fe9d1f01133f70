/// Tests of org.tsurutus.network.lan.
@NullMarked
package org.tsurutus.network.lan;

import org.jspecify.annotations.NullMarked;
