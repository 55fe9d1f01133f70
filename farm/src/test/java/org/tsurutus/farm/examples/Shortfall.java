package org.tsurutus.farm.examples;

import java.util.SortedSet;
import org.tsurutus.farm.examples.Declaration.Act;

/// A declared act that a log does not show as declared.
public sealed interface Shortfall {
    Act act();

    /// No record has these values.
    record Missing(Act act) implements Shortfall {
        @Override
        public String toString() {
            return "missing: " + act;
        }
    }

    /// Records have these values, and other processes did it.
    ///
    /// @param doers who did it and who started them
    record DoneByOthers(Act act, SortedSet<String> doers) implements Shortfall {
        @Override
        public String toString() {
            return "done by " + String.join(", ", doers) + " instead: " + act;
        }
    }
}
