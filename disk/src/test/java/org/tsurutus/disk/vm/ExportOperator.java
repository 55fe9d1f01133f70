package org.tsurutus.disk.vm;

import java.util.List;
import org.tsurutus.disk.mapper.Actions;

/// The part of [Operator] that exports volumes.
record ExportOperator(Actions actions) {
    List<String> obey(List<String> words) {
        throw new IllegalArgumentException(words.getFirst());
    }
}
