package org.tsurutus.disk.vm;

import java.nio.file.Path;
import java.util.List;
import org.tsurutus.disk.iscsi.Chap;
import org.tsurutus.disk.iscsi.Lio;
import org.tsurutus.disk.iscsi.Lun;
import org.tsurutus.disk.mapper.Actions;

/// The part of [Operator] that exports volumes: `lio TARGET DISK rw|ro INITIATOR USER SECRET`,
/// `sessions TARGET`, `cut TARGET`, `withdraw TARGET`.
final class ExportOperator {
    private final Lio lio;

    ExportOperator(Actions actions) {
        lio = new Lio(Lio.CONFIGURATION, "0.0.0.0:3260", actions);
    }

    List<String> obey(List<String> words) {
        String target = words.get(1);
        switch (words.getFirst()) {
            case "lio" ->
                    lio.export(
                            new Lun(
                                    target,
                                    Path.of(words.get(2)),
                                    words.get(3).equals("ro"),
                                    words.get(4),
                                    new Chap(words.get(5), words.get(6))));
            case "sessions" -> {
                return lio.sessions(target).stream().map(each -> each.initiator()).toList();
            }
            case "cut" -> lio.cutOff(target);
            case "withdraw" -> lio.withdraw(target);
            case String other -> throw new IllegalArgumentException(other);
        }
        return List.of();
    }
}
