@NullMarked
package org.tsurutus.dataset;

import org.jspecify.annotations.NullMarked;
