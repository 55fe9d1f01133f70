/// A PC as the rest of the farm sees it: power, screen, input, disks and a line to what runs
/// inside. Virtual and physical PCs keep the same contract.
@NullMarked
package org.tsurutus.farm.machine;

import org.jspecify.annotations.NullMarked;
