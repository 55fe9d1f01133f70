package org.tsurutus.farm.machine.qemu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Key;

/// The guest's tablet and keyboard by `input-send-event`.
final class QmpInput implements Input {
    /// QEMU's absolute axes go from 0 to this value, whatever the screen's size.
    private static final int AXIS = 0x8000;

    private static final Map<Key, String> CODES =
            Map.of(Key.ENTER, "ret", Key.TAB, "tab", Key.SPACE, "spc", Key.ESCAPE, "esc");

    private final Qmp qmp;
    private boolean pressed;

    QmpInput(Qmp qmp) {
        this.qmp = qmp;
    }

    @Override
    public synchronized void pointer(int x, int y, boolean press, int width, int height) {
        send(List.of(axis("x", x, width), axis("y", y, height)));
        if (press != pressed) {
            pressed = press;
            send(List.of(Map.of("type", "btn", "data", Map.of("down", press, "button", "left"))));
        }
    }

    @Override
    public synchronized void wheel(int notches) {
        String button = notches > 0 ? "wheel-down" : "wheel-up";
        for (int notch = 0; notch < Math.abs(notches); notch++) {
            for (boolean down : new boolean[] {true, false}) {
                send(
                        List.of(
                                Map.of(
                                        "type",
                                        "btn",
                                        "data",
                                        Map.of("down", down, "button", button))));
            }
        }
    }

    @Override
    public void key(Key key, boolean press) {
        Optional.ofNullable(CODES.get(key))
                .ifPresent(code ->
                        send(
                                List.of(
                                        Map.of(
                                                "type",
                                                "key",
                                                "data",
                                                Map.of(
                                                        "down",
                                                        press,
                                                        "key",
                                                        Map.of("type", "qcode", "data", code))))));
    }

    private static Map<String, Object> axis(String name, int pixel, int pixels) {
        int value = (int) ((pixel + 0.5) * AXIS / pixels);
        return Map.of("type", "abs", "data", Map.of("axis", name, "value", value));
    }

    private void send(List<Map<String, Object>> events) {
        qmp.execute("input-send-event", Map.of("events", events));
    }
}
