/// ClickBench: frames of dialogs with the truth about them, and how well a clicker does on them.
///
/// Frames are never kept with the source: [org.tsurutus.bench.click.draw] makes them anew from
/// seeds, [org.tsurutus.bench.click.score] judges what is clicked on them. Read
/// [org.tsurutus.bench.click.Truth] first.
@NullMarked
package org.tsurutus.bench.click;

import org.jspecify.annotations.NullMarked;
