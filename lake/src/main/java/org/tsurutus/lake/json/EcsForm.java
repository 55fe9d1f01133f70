package org.tsurutus.lake.json;

/// How a value is written for the Elastic Common Schema.
enum EcsForm {
    /// The text as it is.
    TEXT(Source.WHOLE_FIELD),
    /// A whole number of 64 bits.
    NUMBER(Source.WHOLE_FIELD),
    /// A local time as ISO 8601, in the zone of the line.
    TIME(Source.WHOLE_FIELD),
    /// An address.
    ADDRESS(Source.WHOLE_FIELD),
    /// Addresses as a list.
    ADDRESSES(Source.WHOLE_FIELD),
    /// Hardware addresses as a list, in upper case with hyphens.
    MACS(Source.WHOLE_FIELD),
    /// The text as the only one of a list.
    LIST(Source.WHOLE_FIELD),
    /// The last part of a path.
    NAME(Source.PART_OF_FIELD),
    /// What stands behind the last dot of a path's last part, in lower case.
    EXTENSION(Source.PART_OF_FIELD),
    /// The program, in quotes where it holds a space, and the arguments.
    COMMAND_LINE(Source.PART_OF_FIELD),
    /// A registry key with the name of its value.
    REGISTRY_PATH(Source.PART_OF_FIELD),
    /// Whether there is a signature.
    IS_SIGNED(Source.PART_OF_FIELD),
    /// Whether the signature is valid.
    IS_VALID(Source.PART_OF_FIELD),
    /// The time of the line.
    HEADER_TIME(Source.LINE),
    /// `evt/subEvt`.
    KIND(Source.LINE),
    /// `alert` for a record with an alert, else `event`.
    EVENT_OR_ALERT(Source.LINE),
    /// The name of the log.
    FILE(Source.LINE),
    /// Where the line begins in the log.
    OFFSET(Source.LINE),
    /// The whole line.
    ORIGINAL(Source.LINE);

    private final Source source;

    EcsForm(Source source) {
        this.source = source;
    }

    private enum Source {
        WHOLE_FIELD,
        PART_OF_FIELD,
        LINE
    }

    /// Whether the value is of the line itself and not of a key.
    boolean isOfLine() {
        return source == Source.LINE;
    }

    /// Whether the text can be had back from what is written, so that it need not be kept besides.
    boolean isWhole() {
        return source == Source.WHOLE_FIELD;
    }
}
