package org.tsurutus.hunt.lateral;

import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.hunt.ProcessKey;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.where.LineSelection;
import org.tsurutus.markii.where.Where;

/// The way from PC to PC, step by step, by what the records of all of them say. Feed it the records
/// of all PCs in the order of time.
public final class LateralMovement {
    private final RemoteStarts remote = new RemoteStarts();
    private final PlantedStarts planted = new PlantedStarts();
    private final Consumer<LateralStep> taker;

    /// @param taker who gets the steps, in order
    public LateralMovement(Consumer<LateralStep> taker) {
        this.taker = taker;
    }

    /// The records that tell of it; all others may be left out.
    public static LineSelection records() {
        return Where.parse(
                "kind='net/con' or kind='net/acpt' or kind='session/loginR' or kind='session/loginRFail' or kind='file/close' or kind='ps/start'");
    }

    /// Takes the next record.
    public void accept(MarkIIRecord record) {
        switch (record.kind()) {
            case "session/loginR" -> logon(LateralStep.Kind.LOGON, record);
            case "session/loginRFail" -> logon(LateralStep.Kind.REFUSED, record);
            case String _ -> {}
        }
        remote.take(record).ifPresent(start -> step(start, record));
        planted.copied(record).ifPresent(copy -> step(copy, record));
        planted.take(record).ifPresent(start -> step(start, record));
    }

    private void logon(LateralStep.Kind kind, MarkIIRecord record) {
        String why = record.value("failReason").map(reason -> ": " + reason).orElse("");
        taker.accept(
                new LateralStep(
                        record.time(),
                        kind,
                        record.value("srcIP", ""),
                        record.value("com", ""),
                        "as " + record.value("usr", "") + why,
                        Optional.empty()));
    }

    private void step(RemoteStart start, MarkIIRecord record) {
        String account = start.account().isEmpty() ? "" : " (as " + start.account() + ")";
        taker.accept(
                new LateralStep(
                        start.time(),
                        LateralStep.Kind.REMOTE_START,
                        start.by().map(Object::toString).orElse(start.address()),
                        start.started().toString(),
                        (start.commandLine() + account).strip(),
                        Optional.of(key(record))));
    }

    private void step(PlantedStarts.Planted copy, MarkIIRecord record) {
        taker.accept(
                new LateralStep(
                        record.time(),
                        LateralStep.Kind.COPY,
                        copy.by().toString(),
                        copy.host(),
                        copy.path(),
                        Optional.empty()));
    }

    private void step(PlantedStart start, MarkIIRecord record) {
        taker.accept(
                new LateralStep(
                        start.time(),
                        LateralStep.Kind.PLANTED_START,
                        start.by().toString(),
                        start.started().toString(),
                        "from " + start.path(),
                        Optional.of(key(record))));
    }

    private static ProcessKey key(MarkIIRecord record) {
        return new ProcessKey(record.value("tmid", ""), record.value("psGUID", ""));
    }
}
