package org.tsurutus.network.summary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/// A line about a share or a file of another PC.
///
/// @param time when it was asked for
/// @param ends between whom
/// @param act what was asked
/// @param share the share; of a file only if the capture shows which it is in
/// @param file the file's path within the share; empty is its root
/// @param status the answer's number of Windows in hexadecimal digits, if an answer came; 0 is well
record SmbLine(
        Instant time,
        @JsonUnwrapped Ends ends,
        Act act,
        Optional<String> share,
        Optional<String> file,
        Optional<String> status) {
    /// What a client asks for.
    enum Act {
        TREE_CONNECT,
        CREATE
    }

    SmbLine answered(String answer) {
        return new SmbLine(time, ends, act, share, file, Optional.of(answer));
    }
}
