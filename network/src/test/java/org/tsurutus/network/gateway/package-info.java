/// Tests of the way out, by frames that a PC could send.
@NullMarked
package org.tsurutus.network.gateway;

import org.jspecify.annotations.NullMarked;
