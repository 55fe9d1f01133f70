package org.tsurutus.markii.vocabulary;

/// A version of the recorder whose list of event names is published.
public enum RecorderVersion {
    /// Recorder 3.0.
    V3_0("3.0"),
    /// Recorder 3.2.
    V3_2("3.2");

    private final String number;

    RecorderVersion(String number) {
        this.number = number;
    }

    /// The number of the version, for example `3.0`.
    public String number() {
        return number;
    }
}
