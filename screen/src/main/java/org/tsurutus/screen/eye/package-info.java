/// Where things are on a frame: a network that was trained on ClickBench's frames gives boxes of
/// dialogs and controls. What is written on them is not its business. `bench/eye` is how it was
/// made.
@NullMarked
package org.tsurutus.screen.eye;

import org.jspecify.annotations.NullMarked;
