package org.tsurutus.windows.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsurutus.windows.PeFile;
import org.tsurutus.windows.PeHeaders;
import org.tsurutus.windows.PeSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticodeTest {
    private SignedPrograms programs;
    private TrustStore trust;

    @BeforeAll
    void makePrograms(@TempDir Path directory) throws Exception {
        programs = new SignedPrograms(directory);
        trust = TrustStore.of(programs.roots);
    }

    Stream<SignedPrograms.Case> cases() {
        return programs.cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everySignatureIsJudgedAsItShouldBeAndAsOsslsigncodeDoes(SignedPrograms.Case program)
            throws Exception {
        Signature signature = check(program.file());

        assertThat(word(signature)).as("%s", signature).isEqualTo(program.expected());
        Osslsigncode.Answer other =
                Osslsigncode.verify(program.file(), programs.roots, SignedPrograms.AT);
        if (signature instanceof Signature.None) {
            assertThat(other.output()).contains("No signature found");
        }
        boolean agrees = other.valid() == (signature instanceof Signature.Valid);
        assertThat(agrees).as(other.output()).isEqualTo(program.differs().isEmpty());
    }

    @Test
    void aSignerIsNamedAsTheCertificateNamesHim() throws Exception {
        assertThat(check("SHA-384").signer())
                .hasValueSatisfying(signer -> {
                    assertThat(signer.name()).isEqualTo("Signer, Inc.");
                    assertThat(signer.issuer()).isEqualTo("Root");
                    assertThat(signer.serial()).matches("33 00 00 01 c4 [0-9a-f]{2}");
                    assertThat(signer.validFrom()).isEqualTo(Identity.BEGIN);
                    assertThat(signer.validTo()).isEqualTo(Identity.END);
                    assertThat(signer.digest()).isEqualTo("SHA-384");
                    assertThat(signer.timestamp()).isEmpty();
                    assertThat(signer.nested()).isZero();
                });
    }

    @Test
    void aChangedFileStillNamesWhoIsSaidToHaveSignedIt() throws Exception {
        Signature signature = check("changed, of a known name");

        assertThat(signature).isInstanceOf(Signature.Invalid.class);
        assertThat(signature.signer())
                .hasValueSatisfying(signer -> {
                    assertThat(signer.name()).isEqualTo("Microsoft Corporation");
                    assertThat(signer.issuer()).isEqualTo("Root");
                    assertThat(signer.serial()).startsWith("33 00 00 01 c4");
                });
    }

    @Test
    void aTimestampSaysWhenWhetherNewOrOld() throws Exception {
        Timestamp expected = new Timestamp(SignedPrograms.WHILE_VALID, true);

        assertThat(check("timestamped").signer().flatMap(Signer::timestamp)).contains(expected);
        assertThat(check("expired, countersigned").signer().flatMap(Signer::timestamp))
                .contains(expected);
    }

    @Test
    void aTimestampThatIsNotToBeTrustedIsShownAsSuch() throws Exception {
        for (String name :
                new String[] {
                    "timestamped by a stranger",
                    "countersigned by a signer",
                    "timestamp of another signature"
                }) {
            assertThat(check(name).signer().flatMap(Signer::timestamp))
                    .as(name)
                    .contains(new Timestamp(SignedPrograms.WHILE_VALID, false));
        }
    }

    @Test
    void furtherSignaturesAreCounted() throws Exception {
        assertThat(check("nested").signer().map(Signer::nested)).contains(1);
        assertThat(check("nested").signer().map(Signer::digest)).contains("SHA-1");
    }

    @Test
    void whoTrustsNobodyFindsNoSignatureValid() throws Exception {
        try (PeFile pe = PeFile.open(programs.signed)) {
            assertThat(word(Authenticode.check(pe, TrustStore.empty(), SignedPrograms.AT)))
                    .isEqualTo("UNTRUSTED_ROOT");
        }
    }

    @Test
    void withoutATimestampTheGivenTimeDecides() throws Exception {
        try (PeFile pe = PeFile.open(programs.signed)) {
            assertThat(word(Authenticode.check(pe, trust, Identity.BEGIN.minusSeconds(1))))
                    .isEqualTo("NOT_YET_VALID");
            assertThat(word(Authenticode.check(pe, trust, Identity.END.plusSeconds(1))))
                    .isEqualTo("EXPIRED");
        }
    }

    @Test
    void noMutationOfASignedProgramIsMoreThanAnAnswer() throws Exception {
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = Files.readAllBytes(file("expired, timestamped"));
        byte[] old = Files.readAllBytes(file("expired, countersigned"));
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = (round % 2 == 0 ? whole : old).clone();
            int table = bytes.length - tableSize(bytes);
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at =
                        random.nextInt(4) == 0
                                ? random.nextInt(1024)
                                : random.nextInt(table, bytes.length);
                bytes[at] = (byte) random.nextInt(256);
            }
            Optional<PeFile> pe = PeFile.of("mutation", PeSource.of(bytes));
            if (pe.isPresent()) {
                Signature signature = Authenticode.check(pe.get(), trust, SignedPrograms.AT);
                if (signature instanceof Signature.Valid) {
                    assertThat(hashed(bytes))
                            .as("seed %d round %d", seed, round)
                            .isEqualTo(hashed(round % 2 == 0 ? whole : old));
                }
            }
        }
    }

    // a program without what signing changes.
    private byte[] hashed(byte[] program) throws Exception {
        PeHeaders headers = PeHeaders.read(ByteBuffer.wrap(program)).orElseThrow();
        byte[] bytes = Arrays.copyOf(program, program.length - tableSize(program));
        int checksum = (int) headers.optionalHeader() + 64;
        int entry = (int) headers.directoryTable() + 32;
        Arrays.fill(bytes, checksum, checksum + 4, (byte) 0);
        Arrays.fill(bytes, entry, entry + 8, (byte) 0);
        return bytes;
    }

    @Test
    void aMillionPiecesWhereASignatureShouldBeAreMalformed() {
        byte[] bytes = new byte[4 << 20];
        ByteBuffer.wrap(bytes).putInt(0x3183_3fff).put((byte) 0xfb);
        for (int at = 5; at + 2 < bytes.length; at += 3) {
            bytes[at] = 2;
            bytes[at + 1] = 1;
        }

        assertThatThrownBy(() -> SignedMessage.read(ByteBuffer.wrap(bytes)))
                .isInstanceOfAny(Flaw.class, IllegalArgumentException.class);
    }

    private int tableSize(byte[] bytes) throws Exception {
        return (int)
                PeFile.of("program", PeSource.of(bytes))
                        .orElseThrow()
                        .headers()
                        .directory(4)
                        .size();
    }

    private Path file(String name) {
        return programs.cases.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow()
                .file();
    }

    private Signature check(String name) throws Exception {
        return check(file(name));
    }

    private Signature check(Path file) throws Exception {
        try (PeFile pe = PeFile.open(file)) {
            return Authenticode.check(pe, trust, SignedPrograms.AT);
        }
    }

    private static String word(Signature signature) {
        return switch (signature) {
            case Signature.None _ -> "None";
            case Signature.Valid _ -> "Valid";
            case Signature.Invalid invalid -> invalid.reason().name();
        };
    }
}
