package org.tsurutus.sensor.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.sensor.fact.Closes;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.windows.signature.Signature;
import org.tsurutus.windows.signature.Signer;
import org.tsurutus.windows.signature.TrustStore;
import org.tsurutus.windows.version.VersionStrings;

class ContentStoreTest {
    private static final String SHA256_OF_HELLO =
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String SHA256_OF_NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir private Path directory;
    @TempDir private Path tools;

    @Test
    void aFileIsHashedInPiecesAndKeptUnderItsHash() throws IOException {
        ContentStore store = new ContentStore(directory);
        Optional<FileFacts> facts = put(store, RawFact.Ending.COMPLETE, 5, "he", "llo");
        assertThat(facts)
                .contains(
                        new FileFacts(
                                5,
                                "5d41402abc4b2a76b9719d911017c592",
                                "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",
                                SHA256_OF_HELLO,
                                Optional.empty()));
        Path kept = directory.resolve(SHA256_OF_HELLO);
        assertThat(kept).hasContent("hello");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(store.keptFiles()).isEqualTo(1);
        assertThat(store.keptBytes()).isEqualTo(5);
    }

    @Test
    void theSameContentIsKeptOnceAndNothingElseIsLeft() throws IOException {
        ContentStore store = new ContentStore(directory);
        put(store, RawFact.Ending.COMPLETE, 5, "hello");
        put(store, RawFact.Ending.COMPLETE, 5, "hello");
        put(store, RawFact.Ending.COMPLETE, 0);
        assertThat(names()).containsExactly(SHA256_OF_HELLO, SHA256_OF_NOTHING);
        assertThat(store.cutOrNotKept()).isZero();
    }

    @Test
    void aPartOfAFileHasNoFacts() throws IOException {
        ContentStore store = new ContentStore(directory);
        assertThat(put(store, RawFact.Ending.CUT, 5, "hello")).isEmpty();
        assertThat(put(store, RawFact.Ending.UNREADABLE, 5, "hello")).isEmpty();
        assertThat(put(store, RawFact.Ending.COMPLETE, 6, "hello")).isEmpty();
        assertThat(names()).isEmpty();
        assertThat(store.cutOrNotKept()).isEqualTo(3);
    }

    @Test
    void aFullStoreStillHashes() throws IOException {
        ContentStore store = new ContentStore(directory, 6, new PeInspector());
        put(store, RawFact.Ending.COMPLETE, 5, "hello");
        assertThat(put(store, RawFact.Ending.COMPLETE, 5, "world")).isPresent();
        assertThat(put(store, RawFact.Ending.COMPLETE, 5, "hello")).isPresent();
        assertThat(names()).containsExactly(SHA256_OF_HELLO);
        assertThat(store.cutOrNotKept()).isEqualTo(1);
    }

    @Test
    void bytesWithoutABeginningBelongToNothing() throws IOException {
        ContentStore store = new ContentStore(directory);
        store.add(new RawFact.Content(0, 0, 9, text("x")));
        assertThat(store.end(new RawFact.ClosedEnd(1, 0, 9, 1, RawFact.Ending.COMPLETE))).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileWhoseEndNeverComesIsThrownAway() throws IOException {
        try (ContentStore store = new ContentStore(directory)) {
            store.begin(Closes.of(0, 0, 1, 5, "/a"));
            store.add(new RawFact.Content(1, 0, 1, text("hello")));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileThatIsOnlyHashedIsNotKept() throws IOException {
        ContentStore store = new ContentStore(directory);
        store.beginHashing(Closes.of(0, 0, 1, 5, "/a"));
        store.add(new RawFact.Content(1, 0, 1, text("hello")));
        assertThat(store.end(new RawFact.ClosedEnd(2, 0, 1, 5, RawFact.Ending.COMPLETE)))
                .get()
                .satisfies(facts -> assertThat(facts.sha256()).isEqualTo(SHA256_OF_HELLO));
        assertThat(names()).isEmpty();
        assertThat(store.cutOrNotKept()).isZero();
    }

    @Test
    void anImageIsKnownByItsHeader() {
        ByteBuffer image = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        image.putShort(0, (short) 0x5a4d).putInt(0x3c, 0x80).putInt(0x80, 0x4550);
        image.putShort(0x84, (short) 0x14c).putShort(0x94, (short) 0xe0);
        image.putShort(0x86, (short) 1).putShort(0x98, (short) 0x10b);
        ContentStore store = new ContentStore(directory);
        store.begin(Closes.of(0, 0, 1, 512, "/a"));
        store.add(new RawFact.Content(1, 0, 1, image));
        assertThat(store.end(new RawFact.ClosedEnd(2, 0, 1, 512, RawFact.Ending.COMPLETE)))
                .get()
                .satisfies(facts -> {
                    assertThat(facts.pe()).isTrue();
                    assertThat(facts.architecture()).contains("x86");
                });
    }

    @Test
    void ofAProgramTooLargeToLieInTheStoreOnlyTheHeadersAreLookedAt() throws Exception {
        byte[] bytes = Files.readAllBytes(SignedProgram.make(tools).file());
        ContentStore store = new ContentStore(directory, 0, 5000, new PeInspector());
        store.begin(Closes.of(0, 0, 1, bytes.length, "/a"));
        store.add(new RawFact.Content(1, 0, 1, ByteBuffer.wrap(bytes, 0, 4096)));
        store.add(new RawFact.Content(1, 0, 1, ByteBuffer.wrap(bytes, 4096, bytes.length - 4096)));

        FileFacts facts =
                store.end(new RawFact.ClosedEnd(2, 0, 1, bytes.length, RawFact.Ending.COMPLETE))
                        .orElseThrow();

        assertThat(facts.size()).isEqualTo(bytes.length);
        assertThat(facts.image()).contains(new PeFacts("x64", Optional.empty(), Optional.empty()));
        assertThat(names()).isEmpty();
    }

    @Test
    void aSignedProgramIsLookedIntoWhetherItIsKeptOrNot() throws Exception {
        Instant at = Instant.now().plusSeconds(60);
        SignedProgram program = SignedProgram.make(tools);
        PeInspector inspector =
                new PeInspector(TrustStore.of(program.root()), InstantSource.fixed(at));
        byte[] bytes = Files.readAllBytes(program.file());
        for (long limit : new long[] {0, 1 << 20}) {
            ContentStore store = new ContentStore(directory, limit, inspector);
            for (boolean wanted : new boolean[] {true, false}) {
                RawFact.Closed closed = Closes.of(0, 0, 1, bytes.length, "/a");
                if (wanted) {
                    store.begin(closed);
                } else {
                    store.beginHashing(closed);
                }
                for (int from = 0; from < bytes.length; from += 1000) {
                    int length = Math.min(1000, bytes.length - from);
                    store.add(new RawFact.Content(1, 0, 1, ByteBuffer.wrap(bytes, from, length)));
                }
                Optional<FileFacts> facts =
                        store.end(
                                new RawFact.ClosedEnd(
                                        2, 0, 1, bytes.length, RawFact.Ending.COMPLETE));
                assertThat(facts).contains(FileHash.of(program.file(), inspector));
                PeFacts image = facts.orElseThrow().image().orElseThrow();
                assertThat(image.architecture()).isEqualTo("x64");
                assertThat(image.version().flatMap(VersionStrings::companyName)).contains("Ours");
                assertThat(image.signature().flatMap(Signature::signer).map(Signer::name))
                        .contains("Signer");
                assertThat(image.signature()).get().isInstanceOf(Signature.Valid.class);
            }
            assertThat(store.keptFiles()).isEqualTo(limit == 0 ? 0 : 1);
            assertThat(store.cutOrNotKept()).isEqualTo(limit == 0 ? 1 : 0);
        }
        assertThat(names()).hasSize(1);
    }

    private static Optional<FileFacts> put(
            ContentStore store, RawFact.Ending ending, long shipped, String... pieces) {
        store.begin(Closes.of(0, 0, 1, shipped, "/a"));
        for (String piece : pieces) {
            store.add(new RawFact.Content(1, 0, 1, text(piece)));
        }
        return store.end(new RawFact.ClosedEnd(2, 0, 1, shipped, ending));
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
