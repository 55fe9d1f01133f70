@NullMarked
package org.tsurutus.farm.scenario;

import org.jspecify.annotations.NullMarked;
