@NullMarked
package org.tsurutus.farm;

import org.jspecify.annotations.NullMarked;
