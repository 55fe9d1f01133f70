/// A hand that works pointer and keyboard as a person's does: specimens look at how they are
/// clicked.
///
/// [org.tsurutus.screen.hand.Hand] is all that others use. Everything that looks like chance comes
/// from one generator, so that the same seed makes the same movements.
@NullMarked
package org.tsurutus.screen.hand;

import org.jspecify.annotations.NullMarked;
