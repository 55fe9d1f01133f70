/// Tests of the way out, by frames that a PC could send.
@NullMarked
package org.tsurutus.network.endpoint;

import org.jspecify.annotations.NullMarked;
