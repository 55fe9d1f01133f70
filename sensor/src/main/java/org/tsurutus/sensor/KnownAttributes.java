package org.tsurutus.sensor;

import org.tsurutus.sensor.fact.RawFact;

/// The attributes of files that programs change, as far as they were seen; a file that was not seen
/// has none. The kernel also reports changes of times, which are no attributes.
final class KnownAttributes {
    private static final int REMEMBERED = 65_536;
    private static final int OWNER_MAY_WRITE = 0200;
    private static final int HIDDEN = 2;

    private final Recent<String, Attributes> known = new Recent<>(REMEMBERED);

    /// @param readOnly whether nobody may write it
    /// @param dosAttributes hidden (2) and system (4)
    record Attributes(boolean readOnly, int dosAttributes) {
        private static final Attributes NONE = new Attributes(false, 0);

        boolean hidden() {
            return (dosAttributes & HIDDEN) != 0;
        }
    }

    static Attributes of(RawFact.Attributes fact) {
        return new Attributes((fact.mode() & OWNER_MAY_WRITE) == 0, fact.dosAttributes().orElse(0));
    }

    /// Whether these are others than before.
    boolean change(String path, Attributes now) {
        Attributes before = known.find(path).orElse(Attributes.NONE);
        known.put(path, now);
        return !before.equals(now);
    }

    void moved(String from, String to) {
        known.find(from).ifPresent(attributes -> known.put(to, attributes));
        known.remove(from);
    }

    void removed(String path) {
        known.remove(path);
    }
}
