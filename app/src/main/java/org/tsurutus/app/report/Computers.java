package org.tsurutus.app.report;

import java.util.List;
import org.tsurutus.farm.run.RunManifest;

/// The PCs of a run. Where there are several, their names say whose something is.
final class Computers {
    private final List<RunManifest.Pc> pcs;

    Computers(RunManifest manifest) {
        pcs = manifest.pcs();
    }

    int count() {
        return pcs.size();
    }

    /// The name of a terminal's PC; empty where there is one PC only.
    String of(String terminal) {
        return pcs.stream()
                .filter(pc -> pcs.size() > 1 && pc.tmid().equals(terminal))
                .map(pc -> ShownText.of(pc.com()))
                .findFirst()
                .orElse("");
    }

    /// A text behind the name of its PC.
    String label(String terminal, String text) {
        String name = of(terminal);
        return name.isEmpty() ? text : name + " · " + text;
    }
}
