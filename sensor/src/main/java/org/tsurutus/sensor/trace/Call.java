package org.tsurutus.sensor.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The requests to the wineserver that matter here; each is named as in the trace, in upper case.
/// The many others are left unread.
@SuppressWarnings("MissingSummary")
public enum Call {
    INIT_FIRST_THREAD,
    INIT_PROCESS_DONE,
    GET_STARTUP_INFO,
    NEW_PROCESS,
    NEW_THREAD,
    OPEN_PROCESS,
    DUP_HANDLE,
    SET_HANDLE_INFO,
    CLOSE_HANDLE,
    CREATE_FILE,
    OPEN_FILE_OBJECT,
    GET_HANDLE_FD,
    SET_FD_NAME_INFO,
    SET_FD_DISP_INFO,
    CREATE_MAPPING,
    MAP_VIEW,
    MAP_IMAGE_VIEW,
    IOCTL,
    CREATE_KEY,
    OPEN_KEY,
    DELETE_KEY,
    SET_KEY_VALUE,
    DELETE_KEY_VALUE;

    private static final Map<String, Call> BY_NAME =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    call -> call.name().toLowerCase(Locale.ROOT),
                                    Function.identity()));

    /// The call with this name in the trace, if it is one that matters.
    public static Optional<Call> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
