/// The talk with what runs inside a PC: facts come out, lines go in.
@NullMarked
package org.tsurutus.farm.guest;

import org.jspecify.annotations.NullMarked;
