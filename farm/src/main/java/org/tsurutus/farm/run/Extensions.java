package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;

/// The letter box of a run: who wants it to last longer leaves a letter here, and the run takes it
/// out. A letter is a file whose text is a number of seconds.
///
/// @param folder made with the first letter
public record Extensions(Path folder) {
    private static final String LETTER = ".seconds";
    private static final int LONGEST_LETTER = 16;
    private static final long MOST_SECONDS = Duration.ofHours(24).toSeconds();

    /// Asks for more time.
    ///
    /// @return the letter; it is gone as soon as the run has taken it
    public Path ask(Duration more) {
        String name = UUID.randomUUID().toString();
        Path letter = folder.resolve(name + LETTER);
        Path unfinished = folder.resolve(name + ".new");
        try {
            Files.createDirectories(folder);
            Files.writeString(unfinished, Long.toString(more.toSeconds()));
            return Files.move(unfinished, letter, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FarmException.environment("cannot leave a letter in " + folder + ": " + e, e);
        }
    }

    /// Takes all letters out.
    ///
    /// @return what they ask for
    /// @throws FarmException when one is not ours; it is taken out all the same
    List<Duration> take() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Duration> asked = new ArrayList<>();
            for (Path letter : found.filter(Extensions::isLetter).sorted().toList()) {
                asked.add(read(letter));
            }
            return asked;
        } catch (IOException e) {
            throw FarmException.environment("cannot read the letters in " + folder + ": " + e, e);
        }
    }

    private static boolean isLetter(Path file) {
        return file.toString().endsWith(LETTER);
    }

    private static Duration read(Path letter) throws IOException {
        try {
            String text =
                    Files.size(letter) > LONGEST_LETTER
                            ? ""
                            : Files.readString(letter, StandardCharsets.ISO_8859_1).strip();
            long seconds = Long.parseLong(text);
            if (seconds < 1 || seconds > MOST_SECONDS) {
                throw new NumberFormatException(text);
            }
            return Duration.ofSeconds(seconds);
        } catch (NumberFormatException e) {
            throw FarmException.input(
                    "%s is no number of seconds from 1 to %d; use `tsurutus runs extend`"
                            .formatted(letter, MOST_SECONDS));
        } finally {
            Files.delete(letter);
        }
    }
}
