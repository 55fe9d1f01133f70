/// The farm leases PCs, starts them, gives them the specimen and files what happened as one run.
@NullMarked
package org.tsurutus.farm;

import org.jspecify.annotations.NullMarked;
