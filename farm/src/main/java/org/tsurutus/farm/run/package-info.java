/// A run is a directory: its manifest, its states and its stages.
@NullMarked
package org.tsurutus.farm.run;

import org.jspecify.annotations.NullMarked;
