package org.tsurutus.sensor.wine;

import java.util.ArrayList;
import java.util.List;
import org.tsurutus.sensor.trace.DataReader;

/// What a program is started with, as the server passes it on (`startup_info_t`).
///
/// @param standardHandles input, output and errors
/// @param image the NT path of the program
/// @param commandLine the whole one
/// @param runtime what is for the program's C library, empty where it is cut
record StartupInfo(
        List<Integer> standardHandles, String image, String commandLine, String runtime) {
    private static final int BEFORE_HANDLES = 12;
    private static final int BETWEEN = 36;
    private static final int LENGTHS = 8;

    /// Reads 23 numbers, the last 8 of which are the lengths of the texts behind, in bytes.
    static StartupInfo read(DataReader data) {
        data.skip(BEFORE_HANDLES);
        List<Integer> handles = List.of(data.number(), data.number(), data.number());
        data.skip(BETWEEN);
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < LENGTHS; i++) {
            lengths.add(data.number());
        }
        data.skip(lengths.get(0));
        data.skip(lengths.get(1));
        String image = data.text(lengths.get(2));
        String commandLine = data.text(lengths.get(3));
        return new StartupInfo(handles, image, commandLine, runtime(data, lengths));
    }

    private static String runtime(DataReader data, List<Integer> lengths) {
        long before = 0;
        for (int length : lengths.subList(4, LENGTHS - 1)) {
            before += Integer.toUnsignedLong(length);
        }
        int length = lengths.get(LENGTHS - 1);
        if (length < 0 || before + length > data.remaining()) {
            return "";
        }
        data.skip((int) before);
        return data.text(length);
    }
}
