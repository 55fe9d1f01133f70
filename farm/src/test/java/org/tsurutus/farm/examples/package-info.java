/// What the examples declare that they do, compared with what a log says that they did.
@NullMarked
package org.tsurutus.farm.examples;

import org.jspecify.annotations.NullMarked;
