package org.tsurutus.farm.image;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.sensor.fact.FileTimes;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.PeFacts;
import org.tsurutus.windows.signature.Reason;
import org.tsurutus.windows.signature.Signature;
import org.tsurutus.windows.signature.Signer;
import org.tsurutus.windows.signature.Timestamp;
import org.tsurutus.windows.version.VersionStrings;

/// One line of a list of files.
///
/// @param path the Windows path
record FileRow(String path, FileFacts facts) {
    private static final List<String> NAMES =
            List.of(
                    "path",
                    "size",
                    "md5",
                    "sha1",
                    "sha256",
                    "created",
                    "accessed",
                    "modified",
                    "architecture",
                    "company",
                    "copyright",
                    "description",
                    "file version",
                    "product",
                    "product version",
                    "signature",
                    "reason",
                    "detail",
                    "signer",
                    "issuer",
                    "serial",
                    "valid from",
                    "valid to",
                    "digest",
                    "signing time",
                    "timestamp",
                    "timestamp is trusted",
                    "nested");

    /// The line, without its end.
    String line() {
        List<String> columns = new ArrayList<>();
        add(columns, path, facts.size(), facts.md5(), facts.sha1(), facts.sha256());
        add(columns, facts.times().flatMap(FileTimes::born));
        add(columns, facts.times().map(FileTimes::accessed));
        add(columns, facts.times().map(FileTimes::modified));
        add(columns, facts.architecture());
        Optional<VersionStrings> version = facts.image().flatMap(PeFacts::version);
        add(columns, version.flatMap(VersionStrings::companyName));
        add(columns, version.flatMap(VersionStrings::legalCopyright));
        add(columns, version.flatMap(VersionStrings::fileDescription));
        add(columns, version.flatMap(VersionStrings::fileVersion));
        add(columns, version.flatMap(VersionStrings::productName));
        add(columns, version.flatMap(VersionStrings::productVersion));
        Optional<Signature> signature = facts.image().flatMap(PeFacts::signature);
        addVerdict(columns, signature);
        addSigner(columns, signature.flatMap(Signature::signer));
        return String.join("\t", columns);
    }

    private static void addVerdict(List<String> columns, Optional<Signature> signature) {
        if (signature.isEmpty()) {
            columns.addAll(List.of("-", "-", "-"));
            return;
        }
        switch (signature.get()) {
            case Signature.None _ -> columns.addAll(List.of("None", "-", "-"));
            case Signature.Valid _ -> columns.addAll(List.of("Valid", "-", "-"));
            case Signature.Invalid invalid ->
                    add(columns, "Invalid", invalid.reason(), invalid.detail());
        }
    }

    private static void addSigner(List<String> columns, Optional<Signer> signer) {
        add(columns, signer.map(Signer::name));
        add(columns, signer.map(Signer::issuer));
        add(columns, signer.map(Signer::serial));
        add(columns, signer.map(Signer::validFrom));
        add(columns, signer.map(Signer::validTo));
        add(columns, signer.map(Signer::digest));
        add(columns, signer.flatMap(Signer::signingTime));
        add(columns, signer.flatMap(Signer::timestamp).map(Timestamp::time));
        add(columns, signer.flatMap(Signer::timestamp).map(Timestamp::trusted));
        add(columns, signer.map(Signer::nested));
    }

    private static void add(List<String> columns, Object... values) {
        for (Object value : values) {
            columns.add(escape(value.toString()));
        }
    }

    private static void add(List<String> columns, Optional<?> value) {
        columns.add(value.map(Object::toString).map(FileRow::escape).orElse("-"));
    }

    /// Tells a text from the sign for none, and keeps it within its column and line.
    private static String escape(String text) {
        if (text.equals("-")) {
            return "%2D";
        }
        return text.replace("%", "%25")
                .replace("\t", "%09")
                .replace("\n", "%0A")
                .replace("\r", "%0D");
    }

    private static String unescape(String text) {
        return text.replace("%2D", "-")
                .replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%09", "\t")
                .replace("%25", "%");
    }

    /// Reads a line back.
    ///
    /// @throws IllegalArgumentException saying which column is damaged
    static FileRow read(String line) {
        Columns columns = new Columns(line.split("\t", -1));
        String path = columns.text();
        long size = columns.number();
        String md5 = columns.text();
        String sha1 = columns.text();
        String sha256 = columns.text();
        Optional<FileTimes> times = columns.times();
        return new FileRow(path, new FileFacts(size, md5, sha1, sha256, columns.image(), times));
    }

    /// Takes one column after the other.
    private static final class Columns {
        private final String[] values;
        private int next;

        Columns(String[] values) {
            if (values.length != NAMES.size()) {
                throw new IllegalArgumentException(
                        values.length + " columns instead of " + NAMES.size());
            }
            this.values = values;
        }

        Optional<String> optional() {
            String value = values[next++];
            return value.equals("-") ? Optional.empty() : Optional.of(unescape(value));
        }

        String text() {
            return optional().orElseThrow(this::damaged);
        }

        long number() {
            try {
                return Long.parseLong(text());
            } catch (NumberFormatException _) {
                throw damaged();
            }
        }

        Optional<Instant> time() {
            try {
                return optional().map(Instant::parse);
            } catch (DateTimeParseException _) {
                throw damaged();
            }
        }

        Instant timeThatIsThere() {
            return time().orElseThrow(this::damaged);
        }

        Optional<FileTimes> times() {
            Optional<Instant> created = time();
            Optional<Instant> accessed = time();
            Optional<Instant> modified = time();
            if (accessed.isPresent() != modified.isPresent()
                    || (created.isPresent() && accessed.isEmpty())) {
                throw damaged();
            }
            return accessed.map(at -> new FileTimes(at, modified.orElseThrow(), created));
        }

        Optional<PeFacts> image() {
            Optional<String> architecture = optional();
            if (architecture.isEmpty()) {
                nothingMore();
                return Optional.empty();
            }
            VersionStrings version =
                    new VersionStrings(
                            optional(), optional(), optional(), optional(), optional(), optional());
            Optional<Signature> signature = signature();
            return Optional.of(new PeFacts(architecture.get(), anything(version), signature));
        }

        private static Optional<VersionStrings> anything(VersionStrings version) {
            return Optional.of(version).filter(strings -> !strings.equals(VersionStrings.NOTHING));
        }

        private Optional<Signature> signature() {
            Optional<String> verdict = optional();
            if (verdict.isEmpty()) {
                nothingMore();
                return Optional.empty();
            }
            return Optional.of(
                    switch (verdict.get()) {
                        case "None" -> {
                            nothingMore();
                            yield new Signature.None();
                        }
                        case "Valid" -> {
                            nothing();
                            nothing();
                            yield new Signature.Valid(signer().orElseThrow(this::damaged));
                        }
                        case "Invalid" -> new Signature.Invalid(reason(), text(), signer());
                        default -> throw damaged();
                    });
        }

        private Reason reason() {
            try {
                return Reason.valueOf(text());
            } catch (IllegalArgumentException _) {
                throw damaged();
            }
        }

        private Optional<Signer> signer() {
            Optional<String> name = optional();
            if (name.isEmpty()) {
                nothingMore();
                return Optional.empty();
            }
            return Optional.of(
                    new Signer(
                            name.get(),
                            text(),
                            text(),
                            timeThatIsThere(),
                            timeThatIsThere(),
                            text(),
                            time(),
                            timestamp(),
                            nested()));
        }

        private int nested() {
            long nested = number();
            if (nested != (int) nested) {
                throw damaged();
            }
            return (int) nested;
        }

        private Optional<Timestamp> timestamp() {
            Optional<Instant> time = time();
            if (time.isEmpty()) {
                nothing();
                return Optional.empty();
            }
            return switch (text()) {
                case "true" -> Optional.of(new Timestamp(time.get(), true));
                case "false" -> Optional.of(new Timestamp(time.get(), false));
                default -> throw damaged();
            };
        }

        private void nothing() {
            if (optional().isPresent()) {
                throw damaged();
            }
        }

        private void nothingMore() {
            while (next < values.length) {
                nothing();
            }
        }

        /// Names the column that was taken last, counted from one.
        private IllegalArgumentException damaged() {
            return new IllegalArgumentException(
                    "column "
                            + next
                            + " ("
                            + NAMES.get(next - 1)
                            + ") says \""
                            + values[next - 1]
                            + "\"");
        }
    }
}
