/// Who holds which PC, and what to do about holders that died.
@NullMarked
package org.tsurutus.farm.lease;

import org.jspecify.annotations.NullMarked;
