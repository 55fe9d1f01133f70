package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.cast.Change;
import org.tsurutus.screen.cast.Screencast;

class FilmTest {
    @TempDir private Path directory;

    @Test
    void thePageRunsItsOneScriptAndKnowsItByItsHash() throws Exception {
        String page = page(SampleRun.filmed(directory));

        assertThat(page).containsOnlyOnce("<script>").doesNotContain("http://", "https://");
        String script = page.substring(page.indexOf("<script>") + 8, page.lastIndexOf("</script>"));
        assertThat(page)
                .contains(
                        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-"
                                + sha256(script)
                                + "'\"");
        assertThat(script).contains("requestAnimationFrame").doesNotContain("</", "<!--");
    }

    @Test
    void aRunWithoutAScreencastHasNoPlayerAndNoScript() throws IOException {
        String page = page(SampleRun.whole(directory));

        assertThat(page).doesNotContain("screencast", "<script", "script-src", "Screencast");
    }

    @Test
    void aClickIsAPictureThatShowsWithoutAScript() throws IOException {
        String film = section(page(SampleRun.filmed(directory)));

        assertThat(film)
                .containsOnlyOnce("class=\"moment\"")
                .contains("0:04.123 · OK", "data-millis=\"4123\"", "class=\"player\"")
                .contains("data-box=\"left:41.99%;top:55.99%;width:8.79%;height:3.91%\"")
                .contains("Screencast <small>0:07.000 · 15 changes")
                .contains("Without JavaScript the screencast cannot be played");
        Matcher picture =
                Pattern.compile("<img src=\"data:image/png;base64,([^\"]+)\"").matcher(film);
        assertThat(picture.find()).isTrue();
        Path file = directory.resolve("small.png");
        Files.write(file, Base64.getDecoder().decode(picture.group(1)));
        Frame small = Frame.readPng(file);
        assertThat(small.width()).isEqualTo(256);
        assertThat(small.height()).isEqualTo(192);
        assertThat(small.at(5, 5)).isEqualTo(0x3A6EA5);
        assertThat(small.at(100, 110)).isEqualTo(0xECE9D8);
    }

    @Test
    void whatASpecimenNamedItsButtonIsText() throws IOException {
        RunDirectory run = SampleRun.filmed(directory);
        String clicks = Files.readString(run.clicks());
        Files.writeString(
                run.clicks(),
                clicks.replace("\"OK\"", "\"<script>alert(1)</script>\\u202E\"")
                        + "{\"millis\":-9223372036854775808}\n{\"millis\":9223372036854775807}\n");

        String film = section(page(run));

        assertThat(film)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩", "Unlabelled button")
                .doesNotContain("<script>alert");
    }

    @Test
    void aCutFilmIsShownUpToTheCutAndSaysSo() throws IOException {
        RunDirectory run = SampleRun.filmed(directory);
        byte[] whole = Files.readAllBytes(SampleRun.film(run));
        Files.write(SampleRun.film(run), Arrays.copyOf(whole, whole.length - 60));

        assertThat(section(page(run)))
                .contains("It has no end: whoever filmed was stopped", "14 changes")
                .contains("class=\"moment\"");
    }

    @Test
    void aDamagedFilmIsShownUpToTheDamageAndSaysWhere() throws IOException {
        RunDirectory run = SampleRun.filmed(directory);
        List<String> lines = Files.readAllLines(SampleRun.film(run));
        lines.set(2, "<img src=x onerror=alert(1)>");
        Files.write(SampleRun.film(run), lines);

        String film = section(page(run));

        assertThat(film)
                .contains("It is not shown to its end: cannot read the screencast")
                .contains("from line 3 on: it is no JSON", "1 change<")
                .doesNotContain("onerror", "class=\"moment\"");
    }

    @Test
    void aFileThatIsNoFilmHasNoPlayer() throws IOException {
        RunDirectory run = SampleRun.whole(directory);
        Files.writeString(SampleRun.film(run), "secret of somebody\n");

        String page = page(run);

        assertThat(section(page))
                .contains("from line 1 on: it is no JSON")
                .doesNotContain("class=\"player\"");
        assertThat(page).doesNotContain("<script", "secret");
    }

    @Test
    void aFilmOutsideOfTheRunIsNotTaken() throws IOException {
        RunDirectory filmed = SampleRun.filmed(Files.createDirectory(directory.resolve("filmed")));
        RunDirectory run = SampleRun.whole(Files.createDirectory(directory.resolve("run")));
        Files.createSymbolicLink(SampleRun.film(run), SampleRun.film(filmed));

        assertThat(page(run)).doesNotContain("screencast");
    }

    @Test
    void framesThatWereNotFilmedAreCounted() throws IOException {
        RunDirectory run = SampleRun.whole(directory);
        try (Screencast screencast = new Screencast(SampleRun.film(run))) {
            for (int index = 0; index < 11; index++) {
                screencast.add(new Frame(1, 2, new int[] {index, index}), index * 50L);
            }
        }

        assertThat(section(page(run)))
                .contains("8 frames were not filmed: they followed each other too quickly.");
    }

    @Test
    void aFilmThatIsTooLargeShowsItsKeyMoments() throws IOException {
        long seed = 99;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        RunDirectory run = SampleRun.whole(directory);
        Frame clicked = new Frame(800, 600, random.ints(480_000).toArray());
        Frame last = new Frame(800, 600, random.ints(480_000).toArray());
        try (Screencast screencast = new Screencast(SampleRun.film(run))) {
            for (int index = 0; index < 9; index++) {
                Frame noise = new Frame(800, 600, random.ints(480_000).toArray());
                screencast.add(index == 4 ? clicked : noise, index * 1_000L);
            }
            screencast.add(last, 20_000);
        }

        Film film = Film.of(run, ClickLog.read(run.clicks()).clicks().rows(), List.of());

        assertThat(Files.size(SampleRun.film(run))).isGreaterThan(FilmReader.MOST_EMBEDDED);
        assertThat(film.changes().stream().map(Change::millis))
                .containsExactly(0L, 4_000L, 20_000L);
        assertThat(film.changes().get(1)).isEqualTo(Change.whole(4_000, clicked));
        assertThat(film.changes().get(2)).isEqualTo(Change.whole(20_000, last));
        assertThat(film.moments()).hasSize(1);
        assertThat(film.lacks()).singleElement().asString().contains("MiB, too much for a page");
        assertThat(Files.size(ReportPage.write(run))).isLessThan(FilmReader.MOST_EMBEDDED);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    private static String page(RunDirectory run) throws IOException {
        return Files.readString(ReportPage.write(run));
    }

    private static String section(String page) {
        int start = page.indexOf("<section id=\"screencast\"");
        return page.substring(start, page.indexOf("</section>", start));
    }
}
