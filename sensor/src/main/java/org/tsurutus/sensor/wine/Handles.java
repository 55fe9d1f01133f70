package org.tsurutus.sensor.wine;

import java.util.List;
import java.util.Optional;

/// The handle tables of all processes. The total is bounded, since a guest may open without end.
final class Handles {
    private static final int MAX_OPEN = 65_536;
    private static final int MAX_CHARACTERS = 32 << 20;

    private int open;
    private int characters;
    private long refused;

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
        process.handles().put(handle, new WineProcess.Handle(target, inheritable));
    }

    /// What the handle stood for, if that was known.
    Optional<HandleTarget> close(WineProcess process, int handle) {
        WineProcess.Handle closed = process.handles().remove(handle);
        if (closed == null) {
            return Optional.empty();
        }
        open--;
        characters -= closed.target().characters();
        return Optional.of(closed.target());
    }

    /// What the handles stood for.
    List<HandleTarget> closeAll(WineProcess process) {
        List<HandleTarget> targets =
                List.copyOf(process.handles().keySet()).stream()
                        .flatMap(handle -> close(process, handle).stream())
                        .toList();
        process.standardHandles(List.of());
        return targets;
    }

    /// Follows a registry key to its new name in the tables of these processes.
    void renameKey(Iterable<WineProcess> processes, String from, String to) {
        for (WineProcess process : processes) {
            process.handles()
                    .replaceAll((_, handle) ->
                            handle.target() instanceof HandleTarget.Key key
                                    ? new WineProcess.Handle(
                                            moved(key, from, to), handle.inheritable())
                                    : handle);
        }
    }

    private HandleTarget moved(HandleTarget.Key key, String from, String to) {
        HandleTarget moved = new HandleTarget.Key(KeyPath.moved(key.path(), from, to));
        characters += moved.characters() - key.characters();
        return moved;
    }
}
