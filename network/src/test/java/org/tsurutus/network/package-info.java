/// What the tests of this module share.
@NullMarked
package org.tsurutus.network;

import org.jspecify.annotations.NullMarked;
