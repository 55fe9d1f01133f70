/// What the host lends: folders, programs, and a way to tell people how long it takes.
@NullMarked
package org.tsurutus.farm.host;

import org.jspecify.annotations.NullMarked;
