package org.tsurutus.windows.signature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.tsurutus.windows.Binutils;
import org.tsurutus.windows.PeFile;
import org.tsurutus.windows.PeHeaders;

/// Programs with every kind of signature that matters, made by the cross compiler and osslsigncode
/// and changed afterwards where a case wants it.
final class SignedPrograms {
    static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
    static final Instant WHILE_VALID = Instant.parse("2021-06-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2023-06-01T00:00:00Z");
    private static final String RESOURCE =
            """
            1 VERSIONINFO
            FILEVERSION 1,2,3,4
            BEGIN
              BLOCK "StringFileInfo"
              BEGIN
                BLOCK "040904b0" BEGIN VALUE "CompanyName", "Ours" END
              END
            END
            """;

    final List<Case> cases = new ArrayList<>();
    final Path roots;
    final Path signed;
    private final Path directory;
    private final Path program;
    private final KeyPair leafKey = Identity.newKey("RSA", 2048);
    private final Identity root =
            Identity.selfSigned(Identity.authority("CN=Root,O=Lab"), Identity.newKey("RSA", 2048));
    private final Identity signer = root.issue(Identity.signer("CN=Signer\\, Inc.,O=Lab"), leafKey);

    /// One program.
    ///
    /// @param expected `None`, `Valid`, or a reason
    /// @param differs why osslsigncode rightly says otherwise, or nothing where it agrees
    record Case(String name, Path file, String expected, String differs) {
        @Override
        public String toString() {
            return name;
        }
    }

    SignedPrograms(Path directory) throws Exception {
        this.directory = directory;
        program = Binutils.withResources(directory, "i686", "program.exe", RESOURCE);
        Identity selfTrusted =
                Identity.selfSigned(Identity.signer("CN=Trusted by itself"), leafKey);
        Identity endedRoot =
                Identity.selfSigned(
                        Identity.authority("CN=Ended root")
                                .valid("2020-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
                        leafKey);
        roots =
                Identity.writeCertificates(
                        directory.resolve("roots.pem"), root, selfTrusted, endedRoot);
        add("unsigned", program, "None", "");
        kinds();
        signed = cases.stream().filter(it -> it.name.equals("SHA-256")).findFirst().get().file;
        chains(selfTrusted, endedRoot);
        times();
        changed();
    }

    private void kinds() throws Exception {
        for (String target : List.of("i686", "x86_64")) {
            Path library =
                    Binutils.withResources(directory, target, "library.dll", RESOURCE, "-shared");
            sign("library " + target, library, signer, "Valid");
        }
        Path wide = Binutils.withResources(directory, "x86_64", "program.exe", RESOURCE);
        sign("64 bits", wide, signer, "Valid");
        sign("SHA-1", program, signer, "Valid", "-h", "sha1");
        sign("SHA-256", program, signer, "Valid", "-h", "sha256");
        sign("SHA-384", program, signer, "Valid", "-h", "sha384");
        sign("SHA-512", program, signer, "Valid", "-h", "sha512");
        Path weak = signedCopy("MD5", program, signer, "-h", "md5");
        add("MD5", weak, "UNSUPPORTED_DIGEST", "it takes a hash that anybody can collide");
        sign("page hashes", program, signer, "Valid", "-ph");
        Path first = sign("first of two", program, signer, "Valid", "-h", "sha1");
        sign("nested", first, signer, "Valid", "-h", "sha256", "-nest");
        KeyPair curve = Identity.newKey("EC", 256);
        sign("elliptic curve", program, root.issue(Identity.signer("CN=Curve"), curve), "Valid");
        Path odd = directory.resolve("odd.exe");
        Files.write(odd, withTail(Files.readAllBytes(program), 5));
        sign("data after the sections", odd, signer, "Valid");
    }

    private void chains(Identity selfTrusted, Identity endedRoot) throws Exception {
        KeyPair key = Identity.newKey("RSA", 2048);
        Identity middle = root.issue(Identity.authority("CN=Middle"), key);
        Identity below = middle.issue(Identity.signer("CN=Below"), leafKey);
        Path middleFile = Identity.writeCertificates(directory.resolve("middle.pem"), middle);
        sign("chain", program, below, "Valid", "-ac", middleFile.toString());
        Identity oldMiddle = root.issue(Identity.authority("CN=Old middle"), key, "SHA1");
        Identity old = oldMiddle.issue(Identity.signer("CN=Old"), leafKey, "SHA1");
        Path oldFile = Identity.writeCertificates(directory.resolve("old.pem"), oldMiddle);
        sign("chain of SHA-1", program, old, "Valid", "-h", "sha1", "-ac", oldFile.toString());
        sign("chain without its middle", program, below, "UNTRUSTED_ROOT");
        Identity noAuthority = root.issue(Identity.signer("CN=No authority"), key);
        Identity misissued = noAuthority.issue(Identity.signer("CN=Misissued"), leafKey);
        Path noFile = Identity.writeCertificates(directory.resolve("no.pem"), noAuthority);
        sign("issued by a signer", program, misissued, "BAD_CHAIN", "-ac", noFile.toString());
        Identity ended =
                root.issue(
                        Identity.authority("CN=Ended")
                                .valid("2020-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
                        key);
        Identity orphan = ended.issue(Identity.signer("CN=Orphan"), leafKey);
        Path endedFile = Identity.writeCertificates(directory.resolve("ended.pem"), ended);
        sign("expired middle", program, orphan, "EXPIRED", "-ac", endedFile.toString());
        sign("expired root", program, endedRoot.issue(Identity.signer("CN=X"), leafKey), "EXPIRED");

        sign("self-signed and trusted", program, selfTrusted, "Valid");
        Identity self = Identity.selfSigned(Identity.signer("CN=Nobody"), leafKey);
        sign("self-signed", program, self, "UNTRUSTED_ROOT");
        Identity foreign = Identity.selfSigned(Identity.authority("CN=Root,O=Lab"), key);
        Identity forged = foreign.issue(Identity.signer("CN=Microsoft Corporation"), leafKey);
        sign("a root of the same name", program, forged, "UNTRUSTED_ROOT");
        Identity site = root.issue(purpose("CN=Site", KeyPurposeId.id_kp_serverAuth), leafKey);
        sign("for web sites", program, site, "NOT_CODE_SIGNING");
        Identity any = root.issue(purpose("CN=Any", KeyPurposeId.anyExtendedKeyUsage), leafKey);
        Path all = signedCopy("for any purpose", program, any);
        add("for any purpose", all, "Valid", "it wants the purpose by its name");
        sign("for no named purpose", program, root.issue(purpose("CN=All"), leafKey), "Valid");
    }

    private static Identity.Wish purpose(String name, KeyPurposeId... purposes) {
        return new Identity.Wish(name, Identity.BEGIN, Identity.END, false, purposes);
    }

    private void times() throws Exception {
        Identity ended =
                root.issue(
                        Identity.signer("CN=Ended")
                                .valid("2020-01-01T00:00:00Z", "2022-01-01T00:00:00Z"),
                        leafKey);
        Identity future =
                root.issue(
                        Identity.signer("CN=Future")
                                .valid("2030-01-01T00:00:00Z", "2040-01-01T00:00:00Z"),
                        leafKey);
        KeyPair key = Identity.newKey("RSA", 2048);
        Identity authority = root.issue(Identity.timestamper("CN=Time"), key);
        Identity stranger = Identity.selfSigned(Identity.timestamper("CN=Strange time"), key);
        Identity abused = root.issue(Identity.signer("CN=No time"), key);
        sign("expired", program, ended, "EXPIRED");
        sign("not yet valid", program, future, "NOT_YET_VALID");
        stamp("expired, timestamped", ended, authority, WHILE_VALID, "-ts", "Valid");
        stamp("expired, countersigned", ended, authority, WHILE_VALID, "-t", "Valid");
        stamp("timestamped too late", ended, authority, TOO_LATE, "-ts", "EXPIRED");
        stamp("timestamped by a stranger", ended, stranger, WHILE_VALID, "-ts", "EXPIRED");
        stamp("countersigned by a signer", ended, abused, WHILE_VALID, "-t", "EXPIRED");
        stamp("countersigned too late", ended, authority, TOO_LATE, "-t", "EXPIRED");
        stamp("timestamped", signer, authority, WHILE_VALID, "-ts", "Valid");
        Path moved = replace("timestamp of another signature", "expired, timestamped");
        add("timestamp of another signature", moved, "EXPIRED", "");
    }

    /// Breaks the timestamp's hash of the signature, which is in it in the clear.
    private Path replace(String name, String from) throws Exception {
        Path source = cases.stream().filter(it -> it.name.equals(from)).findFirst().get().file;
        byte[] bytes = Files.readAllBytes(source);
        try (PeFile pe = PeFile.open(source)) {
            SignedMessage message = SignedMessage.read(CertificateTable.find(pe).get().message());
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(message.signer().getSignature());
            bytes[indexOf(bytes, hash)] ^= 1;
        }
        return write(name, bytes);
    }

    private void stamp(
            String name,
            Identity by,
            Identity authority,
            Instant time,
            String option,
            String expected)
            throws Exception {
        try (TimestampServer server = new TimestampServer(authority, time)) {
            String address = server.address(option.equals("-ts") ? "/new" : "/old");
            sign(name, program, by, expected, option, address);
        }
    }

    private void changed() throws Exception {
        byte[] whole = Files.readAllBytes(signed);
        PeHeaders headers = PeHeaders.read(ByteBuffer.wrap(whole)).get();
        int table = (int) headers.directory(4).address();
        flip("changed code", (int) headers.sections().getFirst().fileOffset() + 16);
        flip("changed headers", 0x50);
        flip("changed resource", indexOf(whole, "Ours".getBytes("UTF-16LE")));
        add(
                "changed checksum",
                write("checksum", flipped(whole, headers.optionalHeader() + 64)),
                "Valid",
                "");
        add("something appended", write("appended", withTail(whole, 8)), "DIGEST_MISMATCH", "");
        add(
                "something long appended",
                write("long", withTail(whole, 70_000)),
                "DIGEST_MISMATCH",
                "");
        add(
                "cut in its signature",
                write("cut", Arrays.copyOf(whole, whole.length - 100)),
                "MALFORMED",
                "");
        byte[] garbage = whole.clone();
        Arrays.fill(garbage, table + 8, garbage.length, (byte) 0x41);
        add("garbage for a signature", write("garbage", garbage), "MALFORMED", "");
        byte[] nest = whole.clone();
        for (int i = table + 8; i + 1 < nest.length; i += 2) {
            nest[i] = 0x30;
            nest[i + 1] = (byte) 0x80;
        }
        add("an endless nest for a signature", write("nest", nest), "MALFORMED", "");
        byte[] length = whole.clone();
        ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).putInt(table, Integer.MAX_VALUE);
        add("a signature of 2 GiB", write("length", length), "MALFORMED", "");
        byte[] other = whole.clone();
        try (PeFile pe = PeFile.open(signed)) {
            byte[] signature =
                    SignedMessage.read(CertificateTable.find(pe).get().message())
                            .signer()
                            .getSignature();
            other[indexOf(other, signature) + 9] ^= 1;
        }
        add("changed signature", write("signature", other), "BAD_SIGNATURE", "");
        add(
                "table in the middle",
                write("middle", tableInTheMiddle(whole, headers)),
                "DIGEST_MISMATCH",
                "");
        Identity vendor =
                root.issue(
                        Identity.signer("CN=Microsoft Corporation,O=Microsoft Corporation"),
                        leafKey);
        Path genuine = signedCopy("vendor", program, vendor);
        byte[] tampered = Files.readAllBytes(genuine);
        tampered[(int) headers.sections().getFirst().fileOffset() + 16] ^= 1;
        add("changed, of a known name", write("known", tampered), "DIGEST_MISMATCH", "");
        ByteBuffer entry = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt((int) headers.directoryTable() + 32, 16);
        add("a signature in the headers", write("inside", entry.array()), "MALFORMED", "");
    }

    /// What a forger would do who wants other bytes to be loaded from behind the headers.
    private static byte[] tableInTheMiddle(byte[] whole, PeHeaders headers) {
        int start = (int) headers.directory(4).address();
        int size = whole.length - start;
        int to = (int) headers.sections().getFirst().fileOffset();
        ByteBuffer bytes = ByteBuffer.allocate(whole.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(whole, 0, to).put(whole, start, size).put(whole, to, start - to);
        return bytes.putInt((int) headers.directoryTable() + 32, to).array();
    }

    private void flip(String name, int at) throws Exception {
        add(name, write(name, flipped(Files.readAllBytes(signed), at)), "DIGEST_MISMATCH", "");
    }

    private static byte[] flipped(byte[] bytes, long at) {
        byte[] copy = bytes.clone();
        copy[(int) at] ^= 1;
        return copy;
    }

    private static byte[] withTail(byte[] bytes, int length) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        Arrays.fill(longer, bytes.length, longer.length, (byte) 'x');
        return longer;
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not in the file");
    }

    private Path sign(String name, Path file, Identity by, String expected, String... options)
            throws Exception {
        Path copy = signedCopy(name, file, by, options);
        add(name, copy, expected, "");
        return copy;
    }

    private Path signedCopy(String name, Path file, Identity by, String... options)
            throws Exception {
        return Osslsigncode.sign(
                file,
                directory.resolve(name.replace(' ', '-') + ".signed.exe"),
                Identity.writeCertificates(directory.resolve("leaf.pem"), by),
                by.writeKey(directory.resolve("leaf.key")),
                options);
    }

    private Path write(String name, byte[] bytes) throws Exception {
        return Files.write(directory.resolve(name.replace(' ', '-') + ".changed.exe"), bytes);
    }

    private void add(String name, Path file, String expected, String differs) {
        cases.add(new Case(name, file, expected, differs));
    }
}
