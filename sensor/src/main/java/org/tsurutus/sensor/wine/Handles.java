package org.tsurutus.sensor.wine;

import java.util.List;
import java.util.function.Consumer;

/// The handle tables of all processes. The total is bounded, since a guest may open without end.
final class Handles {
    private static final int MAX_OPEN = 65_536;
    private static final int MAX_CHARACTERS = 32 << 20;

    private final Consumer<Act> acts;
    private int open;
    private int characters;
    private long refused;

    Handles(Consumer<Act> acts) {
        this.acts = acts;
    }

    /// How many handles were not kept for lack of room.
    long refused() {
        return refused;
    }

    void put(WineProcess process, int handle, HandleTarget target, boolean inheritable) {
        if (handle == 0) {
            return;
        }
        close(process, handle);
        if (open == MAX_OPEN || characters + target.characters() > MAX_CHARACTERS) {
            refused++;
            return;
        }
        open++;
        characters += target.characters();
        if (target instanceof OpenFile file) {
            file.retain();
        }
        process.handles().put(handle, new WineProcess.Handle(target, inheritable));
    }

    void close(WineProcess process, int handle) {
        WineProcess.Handle closed = process.handles().remove(handle);
        if (closed != null) {
            open--;
            characters -= closed.target().characters();
            release(process, closed.target());
        }
    }

    void closeAll(WineProcess process) {
        List<Integer> all = process.handles().keySet().stream().sorted().toList();
        all.forEach(handle -> close(process, handle));
        releaseStandard(process);
    }

    /// Gives back what a new process holds as standard handles without numbers yet.
    void releaseStandard(WineProcess process) {
        process.standardHandles()
                .forEach(target -> target.ifPresent(held -> release(process, held)));
        process.standardHandles(List.of());
    }

    private void release(WineProcess process, HandleTarget target) {
        if (target instanceof OpenFile file && file.release()) {
            acts.accept(new Act.FileReleased(process, file));
        }
    }
}
