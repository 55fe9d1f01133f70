package org.tsurutus.sensor.wine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.TraceRecord.Exchange;

/// The requests about windows and the clipboard.
final class DesktopCalls {
    private static final int MAX_WINDOWS = 16_384;
    private static final int MAX_TITLE = 4_096;
    private static final int INDEX = 0xffff;
    private static final int NONE = 0;

    private final Consumer<Act> acts;
    private final Map<Integer, Window> windows = new HashMap<>();
    private Optional<WineProcess> copier = Optional.empty();
    private int foreground;
    private long refused;

    private record Window(WineProcess owner, String title) {}

    DesktopCalls(Consumer<Act> acts) {
        this.acts = acts;
    }

    long refused() {
        return refused;
    }

    void create(WineProcess caller, Exchange exchange) {
        if (windows.size() == MAX_WINDOWS) {
            refused++;
            return;
        }
        int handle = exchange.reply().number("handle") & INDEX;
        windows.put(handle, new Window(caller, ""));
        if (handle == foreground) {
            foreground = NONE; // the number is used again
        }
    }

    void destroy(Exchange exchange) {
        windows.remove(exchange.request().number("handle") & INDEX);
    }

    /// The window in front tells of itself anew when its title changes.
    void setText(Exchange exchange) {
        String text = exchange.request().read().text();
        String title = text.substring(0, Math.min(text.length(), MAX_TITLE));
        int handle = exchange.request().number("handle") & INDEX;
        Window before = windows.get(handle);
        if (before == null || before.title().equals(title)) {
            return;
        }
        windows.put(handle, new Window(before.owner(), title));
        if (handle == foreground) {
            acts.accept(new Act.WindowActivated(before.owner(), title));
        }
    }

    /// Windows tells the server again and again which window is in front; only a change counts.
    void setForeground(Exchange exchange) {
        int handle = exchange.request().number("handle") & INDEX;
        Window window = windows.get(handle);
        if (handle != foreground && window != null) {
            acts.accept(new Act.WindowActivated(window.owner(), window.title()));
        }
        foreground = handle;
    }

    /// Nothing is there yet when the owner promises to render it later.
    void copy(WineProcess caller, Exchange exchange) {
        copier = Optional.of(caller);
        if (exchange.request().size() > 0) {
            acts.accept(
                    new Act.ClipboardSet(
                            caller,
                            exchange.request().number("format"),
                            exchange.request().read().bytes()));
        }
    }

    void paste(WineProcess caller, Exchange exchange) {
        if (exchange.reply().size() > 0) {
            acts.accept(
                    new Act.ClipboardTaken(
                            caller,
                            exchange.request().number("format"),
                            exchange.reply().read().bytes(),
                            copier));
        }
    }
}
