/// What is on a screen: panels and the controls on them. Recognition makes it, decisions read it.
@NullMarked
package org.tsurutus.screen.scene;

import org.jspecify.annotations.NullMarked;
