package org.tsurutus.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeExportsTest {
    private static final Pattern ADDRESS =
            Pattern.compile("\\[ *(\\d+)\\] \\+base\\[ *(\\d+)\\] [0-9a-f]+ ");
    private static final Pattern NAME =
            Pattern.compile("^\t\\[ *(\\d+)\\] (?!\\+base)(\\S+)$", Pattern.MULTILINE);

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"i686", "x86_64"})
    void aLibrarysNamesAndOrdinalsAreListed(String target) throws Exception {
        PeExports exports = PeExports.read(Binutils.library(directory, target));

        assertThat(exports.complete()).isTrue();
        assertThat(exports.exports())
                .contains(
                        new PeExports.Export(3, Optional.of("alpha")),
                        new PeExports.Export(7, Optional.empty()),
                        new PeExports.Export(9, Optional.of("third")),
                        new PeExports.Export(10, Optional.of("another")),
                        new PeExports.Export(12, Optional.of("elsewhere")));
        assertThat(exports.hasName("answer")).isTrue();
        assertThat(exports.hasName("Alpha")).isFalse();
        assertThat(exports.hasName("beta")).isFalse();
        assertThat(exports.hasOrdinal(7)).isTrue();
        assertThat(exports.hasOrdinal(5)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i686", "x86_64"})
    void objdumpListsTheSame(String target) throws Exception {
        Path library = Binutils.library(directory, target);
        String listing = Binutils.objdump(library);

        TreeMap<Integer, Long> ordinalByIndex = new TreeMap<>();
        Matcher address = ADDRESS.matcher(listing);
        while (address.find()) {
            ordinalByIndex.put(Integer.valueOf(address.group(1)), Long.valueOf(address.group(2)));
        }
        TreeSet<String> expected = new TreeSet<>();
        TreeSet<Long> unnamed = new TreeSet<>(ordinalByIndex.values());
        Matcher name = NAME.matcher(listing.substring(listing.indexOf("[Ordinal/Name Pointer]")));
        while (name.find()) {
            Long ordinal = ordinalByIndex.get(Integer.valueOf(name.group(1)));
            expected.add(ordinal + " " + name.group(2));
            unnamed.remove(ordinal);
        }
        unnamed.forEach(ordinal -> expected.add(ordinal + " "));

        assertThat(expected).hasSize(6);
        assertThat(
                        PeExports.read(library).exports().stream()
                                .map(export -> export.ordinal() + " " + export.name().orElse("")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aProgramWithoutExportsHasAnEmptyList() throws Exception {
        assertThat(PeExports.read(Binutils.program(directory, "x86_64", "-s")))
                .isEqualTo(new PeExports(List.of(), true));
    }

    @Test
    void whatIsNoPeFileIsRefusedByName() throws Exception {
        Path text = Files.writeString(directory.resolve("note.txt"), "hello");

        assertThatThrownBy(() -> PeExports.read(text))
                .isInstanceOf(WindowsException.class)
                .hasMessage(text + " is not a Windows program (PE)");
        assertThatThrownBy(() -> PeExports.read(directory.resolve("absent.dll")))
                .isInstanceOf(WindowsException.class)
                .hasMessageContaining("cannot read " + directory.resolve("absent.dll"));
    }

    @Test
    void aTableThatTheFileDoesNotHoldIsNamed() throws Exception {
        Path library = Binutils.library(directory, "i686");
        byte[] bytes = Files.readAllBytes(library);
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        view.putInt(view.getInt(60) + 24 + 96, 0x7ffffff0);
        Path damaged = Files.write(directory.resolve("damaged.dll"), bytes);

        assertThatThrownBy(() -> PeExports.read(damaged))
                .isInstanceOf(WindowsException.class)
                .hasMessage(
                        damaged
                                + " is damaged or packed: its export table at 0x7ffffff0 is not in"
                                + " the file");
    }

    @Test
    void aHugeClaimedCountIsRefusedWithoutReadingThatMuch() throws Exception {
        Path library = Binutils.library(directory, "i686");
        byte[] bytes = Files.readAllBytes(library);
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        PeHeaders headers = PeHeaders.read(view).orElseThrow();
        int table = (int) (long) headers.fileOffset(headers.directory(0).address(), 40).get();
        view.putInt(table + 20, -1).putInt(table + 24, -1);
        Path damaged = Files.write(directory.resolve("damaged.dll"), bytes);

        assertThatThrownBy(() -> PeExports.read(damaged))
                .isInstanceOf(WindowsException.class)
                .hasMessageContaining("its list of exported functions");
    }

    @Test
    void aNameThatIsTooLongIsLeftOutAndSaid() throws Exception {
        Path library = Binutils.library(directory, "i686");
        byte[] bytes = Files.readAllBytes(library);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("another\0answer\0");
        PeHeaders headers = PeHeaders.read(ByteBuffer.wrap(bytes)).orElseThrow();
        for (int i = start; i < start + 600 && i < bytes.length; i++) {
            bytes[i] = 'a';
        }
        assertThat(headers.directory(0).address()).isPositive();
        Path damaged = Files.write(directory.resolve("damaged.dll"), bytes);

        PeExports exports = PeExports.read(damaged);

        assertThat(exports.complete()).isFalse();
        assertThat(exports.hasName("alpha")).isTrue();
        assertThat(exports.hasName("another")).isFalse();
        assertThat(exports.hasOrdinal(10)).as("its number still works").isTrue();
    }

    @Test
    void damagedTablesThrowNothingButThisModulesException() throws Exception {
        long seed = 20261123;
        System.out.println("PeExportsTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] original = Files.readAllBytes(Binutils.library(directory, "x86_64"));
        PeHeaders headers = PeHeaders.read(ByteBuffer.wrap(original)).orElseThrow();
        int table = (int) (long) headers.fileOffset(headers.directory(0).address(), 40).get();
        Path damaged = directory.resolve("damaged.dll");
        int read = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = original.clone();
            for (int change = 0; change < 3; change++) {
                int at =
                        random.nextInt(4) == 0 ? random.nextInt(1024) : table + random.nextInt(160);
                bytes[at] = (byte) random.nextInt(256);
            }
            Files.write(damaged, bytes);
            try {
                assertThat(PeExports.read(damaged).exports()).hasSizeLessThanOrEqualTo(131_072);
                read++;
            } catch (WindowsException e) {
                assertThat(e).hasMessageContaining("damaged.dll");
            }
        }
        assertThat(read).isPositive();
    }
}
