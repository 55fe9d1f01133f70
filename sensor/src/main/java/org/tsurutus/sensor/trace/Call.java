package org.tsurutus.sensor.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The requests to the wineserver that matter here, named as Wine names them, in upper case. The
/// many others are not recorded. What is known of each is the table `protocol.tsv`.
@SuppressWarnings("MissingSummary")
public enum Call {
    NEW_PROCESS,
    NEW_THREAD,
    GET_STARTUP_INFO,
    INIT_PROCESS_DONE,
    INIT_FIRST_THREAD,
    QUEUE_APC,
    CLOSE_HANDLE,
    SET_HANDLE_INFO,
    DUP_HANDLE,
    OPEN_PROCESS,
    OPEN_THREAD,
    CREATE_FILE,
    CREATE_MAPPING,
    MAP_VIEW,
    WRITE_PROCESS_MEMORY,
    CREATE_KEY,
    OPEN_KEY,
    DELETE_KEY,
    SET_KEY_VALUE,
    DELETE_KEY_VALUE,
    RENAME_KEY,
    SET_THREAD_CONTEXT,
    CREATE_WINDOW,
    DESTROY_WINDOW,
    SET_WINDOW_TEXT,
    SET_FOREGROUND_WINDOW,
    SET_CLIPBOARD_DATA,
    GET_CLIPBOARD_DATA;

    private static final Map<Integer, Call> BY_NUMBER =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Call::number, Function.identity()));

    private final String request = name().toLowerCase(Locale.ROOT);

    /// The request's number in the protocol.
    public int number() {
        return layout().number();
    }

    /// Where the fields of the request lie.
    Map<String, Integer> request() {
        return layout().request();
    }

    /// Where the fields of the reply lie.
    Map<String, Integer> reply() {
        return layout().reply();
    }

    private Protocol.Layout layout() {
        return Protocol.layout(request);
    }

    /// The call with this number, if it is one that matters.
    static Optional<Call> numbered(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /// The numbers of all calls, for the recorder in the guest.
    public static List<Integer> numbers() {
        return Arrays.stream(values()).map(Call::number).toList();
    }
}
