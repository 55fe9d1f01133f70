package org.tsurutus.farm.examples;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a field of a record must say.
public sealed interface ExpectedValue {
    /// @param ignoreCase whether upper and lower case are alike, as in paths
    boolean matches(String value, boolean ignoreCase);

    /// Reads a plain text, with a leading `*` for any beginning, or one of the forms `{"matches":
    /// REGEX}`, `{"text": PIECES}` and `{"sha256": PIECES}`, where pieces are texts that may be
    /// repeated: `[{"text": "A", "count": 100}]`.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ExpectedValue of(JsonNode json) {
        if (json.has("matches")) {
            return new Matching(Pattern.compile(json.path("matches").asString()));
        }
        if (json.has("text")) {
            return new Exactly(pieces(json.path("text")));
        }
        if (json.has("sha256")) {
            return new Exactly(sha256(json.path("sha256")));
        }
        String text = json.stringValue();
        return text.startsWith("*") ? new EndingWith(text.substring(1)) : new Exactly(text);
    }

    private static String pieces(JsonNode pieces) {
        StringBuilder whole = new StringBuilder();
        for (JsonNode piece : pieces) {
            whole.repeat(piece.path("text").stringValue(), piece.path("count").asInt(1));
        }
        return whole.toString();
    }

    /// Piece by piece, since some files are larger than a text should be.
    private static String sha256(JsonNode pieces) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        for (JsonNode piece : pieces) {
            byte[] bytes = piece.path("text").stringValue().getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < piece.path("count").asInt(1); i++) {
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// This text.
    record Exactly(String text) implements ExpectedValue {
        @Override
        public boolean matches(String value, boolean ignoreCase) {
            return ignoreCase ? text.equalsIgnoreCase(value) : text.equals(value);
        }

        /// The text, or its beginning and length.
        @Override
        public String toString() {
            return text.length() > 100
                    ? text.substring(0, 20) + "… (" + text.length() + " characters)"
                    : text;
        }
    }

    /// Anything that ends with this text.
    record EndingWith(String text) implements ExpectedValue {
        @Override
        public boolean matches(String value, boolean ignoreCase) {
            int start = value.length() - text.length();
            return value.regionMatches(ignoreCase, start, text, 0, text.length());
        }

        @Override
        public String toString() {
            return "*" + text;
        }
    }

    /// Anything that is of this form as a whole; case always counts.
    record Matching(Pattern pattern) implements ExpectedValue {
        @Override
        public boolean matches(String value, boolean ignoreCase) {
            return pattern.matcher(value).matches();
        }

        @Override
        public String toString() {
            return "/" + pattern + "/";
        }
    }
}
