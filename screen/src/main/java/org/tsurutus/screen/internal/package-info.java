/// How buttons are found, read and remembered; nothing outside the module uses this.
@NullMarked
package org.tsurutus.screen.internal;

import org.jspecify.annotations.NullMarked;
