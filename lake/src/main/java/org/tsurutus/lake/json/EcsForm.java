package org.tsurutus.lake.json;

/// How a value is written for the Elastic Common Schema.
enum EcsForm {
    /// The text as it is.
    TEXT,
    /// A whole number of 64 bits.
    NUMBER,
    /// A local time as ISO 8601, in the zone of the line.
    TIME,
    /// An address.
    ADDRESS,
    /// Addresses as a list.
    ADDRESSES,
    /// Hardware addresses as a list, in upper case with hyphens.
    MACS,
    /// The text as the only one of a list.
    LIST,
    /// The last part of a path.
    NAME,
    /// What stands behind the last dot of a path's last part, in lower case.
    EXTENSION,
    /// The program, in quotes where it holds a space, and the arguments.
    COMMAND_LINE,
    /// A registry key with the name of its value.
    REGISTRY_PATH,
    /// Whether there is a signature.
    IS_SIGNED,
    /// Whether the signature is valid.
    IS_VALID,
    /// The time of the line.
    HEADER_TIME,
    /// `evt/subEvt`.
    KIND,
    /// `alert` for a record with an alert, else `event`.
    EVENT_OR_ALERT,
    /// The name of the log.
    FILE,
    /// Where the line begins in the log.
    OFFSET,
    /// The whole line.
    ORIGINAL;

    /// Whether the value is of the line itself and not of a key.
    boolean isOfLine() {
        return switch (this) {
            case HEADER_TIME, KIND, EVENT_OR_ALERT, FILE, OFFSET, ORIGINAL -> true;
            case TEXT,
                    NUMBER,
                    TIME,
                    ADDRESS,
                    ADDRESSES,
                    MACS,
                    LIST,
                    NAME,
                    EXTENSION,
                    COMMAND_LINE,
                    REGISTRY_PATH,
                    IS_SIGNED,
                    IS_VALID ->
                    false;
        };
    }

    /// Whether the text can be had back from what is written, so that it need not be kept besides.
    boolean isWhole() {
        return switch (this) {
            case TEXT, NUMBER, TIME, ADDRESS, ADDRESSES, MACS, LIST -> true;
            case NAME,
                    EXTENSION,
                    COMMAND_LINE,
                    REGISTRY_PATH,
                    IS_SIGNED,
                    IS_VALID,
                    HEADER_TIME,
                    KIND,
                    EVENT_OR_ALERT,
                    FILE,
                    OFFSET,
                    ORIGINAL ->
                    false;
        };
    }
}
