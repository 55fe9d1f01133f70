/// What the words on dialogs mean, in tables for each language.
@NullMarked
package org.tsurutus.screen.grammar;

import org.jspecify.annotations.NullMarked;
