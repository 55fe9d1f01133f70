package org.tsurutus.disk.mapper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.DiskException;

/// The kernel's device mapper, asked by ioctl on `/dev/mapper/control`. Names are the kernel's own;
/// [VolumeGroup] makes them.
///
/// Questions are asked at once, changes go through [Actions]. Every method throws [MapperException]
/// when the kernel refuses. Instances may be used by several threads.
public final class DeviceMapper implements AutoCloseable {
    private static final Path CONTROL = Path.of("/dev/mapper/control");
    private static final int ROOM = 16 * 1024;
    private static final int MOST_ROOM = 4 * 1024 * 1024;
    private static final int MOST_NAME = 128;
    private static final int NOT_OPEN = -1;

    private final Actions actions;
    private int descriptor = NOT_OPEN;

    /// @param actions what does changes, or only says them
    public DeviceMapper(Actions actions) {
        this.actions = actions;
    }

    Actions actions() {
        return actions;
    }

    /// The version of the kernel's interface, such as `4.47.0`.
    public String version() {
        return ask(Call.DM_VERSION, "", 0).version();
    }

    /// The names of all devices, also of those that others made.
    public List<String> names() {
        ByteBuffer data = ask(Call.DM_LIST_DEVICES, "", 0).data();
        List<String> names = new ArrayList<>();
        int at = 0;
        int step = 1;
        // The list of no devices is one entry of zeros.
        while (step != 0 && at <= data.limit() - 12 && data.getLong(at) != 0) {
            names.add(Target.text(data, at + 12, MOST_NAME));
            step = data.getInt(at + 8);
            if (step < 0) {
                throw new DiskException("the device mapper's list of devices runs backwards");
            }
            at += step;
        }
        return List.copyOf(names);
    }

    /// What the kernel knows of a device.
    ///
    /// @return empty when there is none of this name
    public Optional<MappedDevice> find(String name) {
        try {
            return Optional.of(device(name, ask(Call.DM_DEV_STATUS, name, 0)));
        } catch (MapperException e) {
            if (e.is(ErrorNumber.ENXIO)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// The live table.
    public List<Target> table(String name) {
        return targets(ask(Call.DM_TABLE_STATUS, name, ControlBlock.TABLE_WANTED));
    }

    /// What each target says of itself.
    public List<Target> status(String name) {
        return targets(ask(Call.DM_TABLE_STATUS, name, 0));
    }

    /// Makes a device without a table.
    ///
    /// @return its device number; 0 in a rehearsal
    public long create(String name) {
        return change(Call.DM_DEV_CREATE, name, 0, new byte[0], 0, "").device();
    }

    /// Gives a device the table that its next [#resume] makes live.
    public void load(String name, List<Target> table, boolean readOnly) {
        StringBuilder said = new StringBuilder(readOnly ? " read-only" : "");
        table.forEach(target -> said.append(": ").append(target));
        int flags = readOnly ? ControlBlock.READ_ONLY : 0;
        byte[] data = Target.encode(table);
        change(Call.DM_TABLE_LOAD, name, flags, data, table.size(), said.toString());
    }

    /// Forgets the table that was loaded but not made live.
    public void clear(String name) {
        change(Call.DM_TABLE_CLEAR, name, 0, new byte[0], 0, "");
    }

    /// Lets I/O in flight finish and makes further I/O wait.
    public void suspend(String name) {
        change(Call.DM_DEV_SUSPEND, name, ControlBlock.SUSPEND, new byte[0], 0, "");
    }

    /// Makes the loaded table live, if there is one, and lets I/O go on.
    public void resume(String name) {
        change(Call.DM_DEV_SUSPEND, name, 0, new byte[0], 0, " resume");
    }

    /// Removes a device that nobody has open.
    public void remove(String name) {
        change(Call.DM_DEV_REMOVE, name, 0, new byte[0], 0, "");
    }

    /// Tells the target at sector 0 of a device something.
    public void message(String name, String message) {
        byte[] text = message.getBytes(StandardCharsets.US_ASCII);
        byte[] data = new byte[Long.BYTES + text.length + 1];
        System.arraycopy(text, 0, data, Long.BYTES, text.length);
        change(Call.DM_TARGET_MSG, name, 0, data, 0, " " + message);
    }

    private static List<Target> targets(ControlBlock answer) {
        return Target.decode(answer.data(), answer.targetCount());
    }

    private static MappedDevice device(String name, ControlBlock answer) {
        return new MappedDevice(
                name,
                answer.device(),
                answer.openCount(),
                answer.has(ControlBlock.SUSPEND),
                answer.has(ControlBlock.READ_ONLY),
                answer.has(ControlBlock.ACTIVE));
    }

    /// Changes are never asked for twice, whatever the answer lacks: none of them has a long one.
    private ControlBlock change(
            Call call, String name, int flags, byte[] data, int targets, String said) {
        ControlBlock block =
                new ControlBlock(name, flags, Math.max(ROOM, data.length)).with(data, targets);
        return actions.perform(
                "ioctl " + call + " " + name + said, block, () -> send(call, name, block, said));
    }

    private ControlBlock ask(Call call, String name, int flags) {
        int room = ROOM;
        ControlBlock answer = send(call, name, new ControlBlock(name, flags, room), "");
        while (answer.has(ControlBlock.BUFFER_FULL)) {
            room *= 4;
            if (room > MOST_ROOM) {
                throw new DiskException(
                        call + " " + name + " answers with more than 4 MiB; is that device ours?");
            }
            answer = send(call, name, new ControlBlock(name, flags, room), "");
        }
        return answer;
    }

    private ControlBlock send(Call call, String name, ControlBlock block, String said) {
        int result = SystemCalls.ioctl(control(), call.request(), block.memory());
        if (result < 0) {
            throw new MapperException((call + " " + name).strip() + said, -result);
        }
        return block;
    }

    private synchronized int control() {
        if (descriptor == NOT_OPEN) {
            int opened = SystemCalls.open(CONTROL, SystemCalls.READ_WRITE);
            if (opened < 0) {
                throw new MapperException("cannot open " + CONTROL, -opened);
            }
            descriptor = opened;
        }
        return descriptor;
    }

    /// Closes the control node; devices live on. A later call opens it again.
    @Override
    public synchronized void close() {
        if (descriptor != NOT_OPEN) {
            SystemCalls.close(descriptor);
            descriptor = NOT_OPEN;
        }
    }
}
