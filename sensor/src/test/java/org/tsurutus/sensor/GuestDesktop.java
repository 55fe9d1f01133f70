package org.tsurutus.sensor;

import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.DataWriter;
import org.tsurutus.sensor.trace.Fields;

/// What a thread of the guest does with windows and the clipboard.
record GuestDesktop(Guest guest, int thread) {

    GuestDesktop window(int handle, String title) {
        return call(Call.CREATE_WINDOW, Fields.none(), Fields.of("handle", handle))
                .title(handle, title);
    }

    GuestDesktop title(int handle, String title) {
        Fields text = Fields.of("handle", handle).data(new DataWriter().text(title));
        return call(Call.SET_WINDOW_TEXT, text, Fields.none());
    }

    GuestDesktop destroy(int handle) {
        return call(Call.DESTROY_WINDOW, Fields.of("handle", handle), Fields.none());
    }

    GuestDesktop foreground(int handle) {
        return call(Call.SET_FOREGROUND_WINDOW, Fields.of("handle", handle), Fields.none());
    }

    GuestDesktop copy(int format, DataWriter data) {
        return call(Call.SET_CLIPBOARD_DATA, Fields.of("format", format).data(data), Fields.none());
    }

    GuestDesktop paste(int format, DataWriter data) {
        return call(Call.GET_CLIPBOARD_DATA, Fields.of("format", format), Fields.none().data(data));
    }

    private GuestDesktop call(Call call, Fields request, Fields reply) {
        guest.call(thread, call, request, reply);
        return this;
    }
}
