package org.tsurutus.network.summary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A line about a request and its answer.
///
/// @param time when the request's head was there
/// @param ends between whom
/// @param method the word that it begins with
/// @param host the host that it names
/// @param path what it asks for, as it was sent
/// @param userAgent what the client says that it is
/// @param status the answer's number, if one came
/// @param contentType what the answer says that it carries
/// @param length how many bytes the answer carries, or says so
record HttpLine(
        Instant time,
        @JsonUnwrapped Ends ends,
        String method,
        Optional<String> host,
        String path,
        Optional<String> userAgent,
        OptionalInt status,
        Optional<String> contentType,
        OptionalLong length) {}
