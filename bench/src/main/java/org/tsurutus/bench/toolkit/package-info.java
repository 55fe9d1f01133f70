/// Frames of dialogs that real toolkits have drawn, each with the truth about what is on it: GTK,
/// Qt and Swing on a screen of their own, and Wine on the lab's PC.
@NullMarked
package org.tsurutus.bench.toolkit;

import org.jspecify.annotations.NullMarked;
