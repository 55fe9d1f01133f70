package org.tsurutus.sensor;

import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.DataWriter;
import org.tsurutus.sensor.trace.Fields;

/// What a thread of the guest does to the registry.
record GuestRegistry(Guest guest, int thread) {
    private static final int NAME_EXISTS = 0x40000000;

    GuestRegistry open(int parent, String name, int handle) {
        return open(parent, name, 0, handle);
    }

    GuestRegistry open(int parent, String name, int attributes, int handle) {
        Fields request =
                Fields.of("parent", parent)
                        .and("attributes", attributes)
                        .data(new DataWriter().text(name));
        return call(Call.OPEN_KEY, request, Fields.of("hkey", handle));
    }

    GuestRegistry create(int parent, String name, int handle) {
        return create(parent, name, 0, handle);
    }

    /// The key is only opened, since it is there.
    GuestRegistry createAgain(int parent, String name, int handle) {
        return create(parent, name, NAME_EXISTS, handle);
    }

    private GuestRegistry create(int parent, String name, int status, int handle) {
        Fields request = Fields.none().data(new DataWriter().attributes(parent, 0, name));
        guest.call(thread, Call.CREATE_KEY, request, status, Fields.of("hkey", handle));
        return this;
    }

    GuestRegistry set(int key, int type, String name, byte[] value) {
        Fields request =
                Fields.of("hkey", key)
                        .and("type", type)
                        .and("namelen", 2 * name.length())
                        .data(new DataWriter().text(name).bytes(value));
        return call(Call.SET_KEY_VALUE, request, Fields.none());
    }

    GuestRegistry deleteValue(int key, String name) {
        Fields request = Fields.of("hkey", key).data(new DataWriter().text(name));
        return call(Call.DELETE_KEY_VALUE, request, Fields.none());
    }

    GuestRegistry delete(int key) {
        return call(Call.DELETE_KEY, Fields.of("hkey", key), Fields.none());
    }

    GuestRegistry rename(int key, String name) {
        Fields request = Fields.of("hkey", key).data(new DataWriter().text(name));
        return call(Call.RENAME_KEY, request, Fields.none());
    }

    private GuestRegistry call(Call call, Fields request, Fields reply) {
        guest.call(thread, call, request, reply);
        return this;
    }
}
