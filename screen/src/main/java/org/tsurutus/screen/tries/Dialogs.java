package org.tsurutus.screen.tries;

import java.util.ArrayList;
import java.util.List;

/// What was tried with every dialog so far, so that no dialog is clicked for ever.
public final class Dialogs {
    /// Clicks with effect on dialogs that look the same before they are left alone.
    public static final int IDENTICAL = 25;

    /// Tries with all dialogs of a run.
    public static final int TRIES = 1000;

    private static final int REMEMBERED = 256;

    private final List<Known> all = new ArrayList<>();
    private int clicks;
    private int misses;

    private static final class Known {
        private final Dialog dialog;
        private int effective;
        private int fruitless;
        private boolean leftAlone;

        private Known(Dialog dialog) {
            this.dialog = dialog;
        }
    }

    /// What to do with a dialog next.
    public sealed interface Step {
        /// Try this.
        record Try(Tactic tactic) implements Step {}

        /// Leave it alone from now on, and say so.
        record Leave(String why) implements Step {}

        /// It was left alone before.
        record Left() implements Step {}
    }

    /// What to do with a dialog that has a control to work.
    ///
    /// @param tactics the ways to work it, the first one first
    public Step next(Dialog dialog, List<Tactic> tactics) {
        Known known = known(dialog);
        if (known.leftAlone) {
            return new Step.Left();
        }
        if (known.fruitless >= tactics.size()) {
            return leave(dialog, "no effect after " + known.fruitless + " tries");
        }
        if (known.effective >= IDENTICAL) {
            return leave(dialog, "came back after " + IDENTICAL + " clicks");
        }
        if (clicks + misses >= TRIES) {
            return leave(dialog, TRIES + " tries were made in this run");
        }
        return new Step.Try(tactics.get(known.fruitless));
    }

    /// Leaves a dialog alone.
    ///
    /// @return [Step.Left] when it was before
    public Step leave(Dialog dialog, String why) {
        Known known = known(dialog);
        if (known.leftAlone) {
            return new Step.Left();
        }
        known.leftAlone = true;
        return new Step.Leave(why);
    }

    /// Remembers a try that came to nothing because the control was no longer there.
    public void missed(Dialog dialog) {
        misses++;
        known(dialog).fruitless++;
    }

    /// Remembers a try.
    public void tried(Dialog dialog, boolean effective) {
        Known known = known(dialog);
        clicks++;
        known.effective += effective ? 1 : 0;
        known.fruitless = effective ? 0 : known.fruitless + 1;
    }

    /// How many controls were worked, with effect or without.
    public int clicks() {
        return clicks;
    }

    private Known known(Dialog dialog) {
        for (Known known : all) {
            if (known.dialog.isLike(dialog)) {
                return known;
            }
        }
        if (all.size() == REMEMBERED) {
            all.removeFirst();
        }
        Known fresh = new Known(dialog);
        all.add(fresh);
        return fresh;
    }
}
