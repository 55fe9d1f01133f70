/// TOML files of which every key must be known; what is wrong is told with file, line and column.
@NullMarked
package org.tsurutus.network.settings;

import org.jspecify.annotations.NullMarked;
