/// How pictures of text become text.
@NullMarked
package org.tsurutus.screen.text;

import org.jspecify.annotations.NullMarked;
