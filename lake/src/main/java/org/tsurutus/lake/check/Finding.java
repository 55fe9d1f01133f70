package org.tsurutus.lake.check;

import org.tsurutus.markii.lines.Citation;

/// Something that occurred, perhaps often.
///
/// @param name what it is about, such as a key or a kind; made harmless to look at
/// @param count how often it occurred
/// @param first where it occurred first
/// @param example the value there; empty where there is none
public record Finding(String name, long count, Citation first, String example) {
    /// Both, of which this one came first.
    Finding plus(Finding later) {
        return new Finding(name, count + later.count, first, example);
    }
}
