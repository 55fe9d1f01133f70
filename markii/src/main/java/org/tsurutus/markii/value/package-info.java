/// Single values of a line as bytes: read without text objects, and written so that their order as
/// bytes is the order of what they mean.
@NullMarked
package org.tsurutus.markii.value;

import org.jspecify.annotations.NullMarked;
