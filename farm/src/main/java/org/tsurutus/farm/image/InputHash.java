package org.tsurutus.farm.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tsurutus.farm.FarmException;

/// A hash over named inputs; the same inputs in the same order give the same name.
final class InputHash {
    private final MessageDigest digest;

    InputHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    InputHash add(String name, String value) {
        return add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    InputHash add(Path file) {
        try {
            return add(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot read " + file + ", which guests are built from: " + e, e);
        }
    }

    private InputHash add(String name, byte[] value) {
        digest.update((name + "\0" + value.length + "\0").getBytes(StandardCharsets.UTF_8));
        digest.update(value);
        return this;
    }

    /// Twelve hex digits, enough to tell the images of one host apart.
    String name() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }
}
