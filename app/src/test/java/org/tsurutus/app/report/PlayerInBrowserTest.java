package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.screen.Frame;

class PlayerInBrowserTest {
    @TempDir private Path directory;
    private RunDirectory run;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        run = SampleRun.filmed(Files.createDirectory(directory.resolve("run")));
        browser = HeadlessBrowser.open(ReportPage.write(run), directory.resolve("profile"));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void theFilmPlaysToItsEnd() throws IOException {
        assertThat(frameAt(1_000)).isEqualTo(picture("0001-after.png"));

        find(".speed").sendKeys("8");
        find(".play").click();
        assertThat(find(".play").getText()).isEqualTo("Pause");

        assertThat(frameAt(8_000)).isEqualTo(SampleRun.last());
        await(".play", "Play");
        assertThat(find(".time").getText()).isEqualTo("0:08.000");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void aClickIsJumpedToAndMarked() throws IOException {
        find(".moment").click();

        assertThat(frameAt(3_000)).isEqualTo(picture("0001-before.png"));
        assertThat(find(".time").getText()).isEqualTo("0:04.123");
        WebElement mark = find(".player .clicked");
        WebElement canvas = find("canvas");
        double scale = canvas.getSize().getWidth() / 1024.0;
        assertThat(mark.isDisplayed()).isTrue();
        assertThat(mark.getLocation().getX() - canvas.getLocation().getX())
                .isBetween((int) (430 * scale) - 2, (int) (430 * scale) + 2);
        HeadlessBrowser.picture(browser, "screencast.png", "light");
        HeadlessBrowser.picture(browser, "screencast-dark.png", "dark");
    }

    @Test
    void aClickInTheTimelineIsJumpedTo() throws IOException {
        browser.findElement(By.cssSelector("#timeline tr.screen a")).click();

        assertThat(frameAt(3_000)).isEqualTo(picture("0001-before.png"));
        assertThat(find(".time").getText()).isEqualTo("0:04.123");
        assertThat(browser.getCurrentUrl()).endsWith("#screencast");
    }

    @Test
    void thePlayerFitsAPhone() throws IOException {
        HeadlessBrowser.resize(browser, 380);
        HeadlessBrowser.picture(browser, "screencast-narrow.png", "light");

        for (String part : List.of(".player", ".controls", ".position", ".moments")) {
            WebElement element = find(part);
            assertThat(element.getLocation().getX() + element.getSize().getWidth())
                    .as(part)
                    .isLessThanOrEqualTo(380);
        }
    }

    @Test
    void theKeyboardGoesForthAndBack() throws IOException {
        WebElement player = find(".player");

        player.sendKeys(Keys.END);
        assertThat(frameAt(8_000)).isEqualTo(SampleRun.last());
        player.sendKeys("p");
        assertThat(frameAt(3_000)).isEqualTo(picture("0001-before.png"));
        player.sendKeys(Keys.ARROW_LEFT);
        assertThat(frameAt(1_000)).isEqualTo(picture("0001-after.png"));
        assertThat(find(".time").getText()).isEqualTo("0:02.123");
        player.sendKeys("n");
        assertThat(frameAt(3_000)).isEqualTo(picture("0001-before.png"));
        player.sendKeys(Keys.HOME, "4", Keys.SPACE);
        await(".play", "Pause");
        player.sendKeys(Keys.SPACE);
        await(".play", "Play");
        assertThat(find(".speed").getDomProperty("value")).isEqualTo("4");
    }

    @Test
    void withoutJavaScriptTheClicksStillShow() throws IOException {
        browser.quit();
        browser =
                HeadlessBrowser.open(
                        ReportPage.write(run),
                        directory.resolve("other-profile"),
                        "--blink-settings=scriptEnabled=false");

        assertThat(find(".player").isDisplayed()).isFalse();
        assertThat(find(".moment img").isDisplayed()).isTrue();
        assertThat(find(".moment .clicked").isDisplayed()).isTrue();
        assertThat(find("noscript").getText()).contains("Without JavaScript");
    }

    private WebElement find(String selector) {
        return browser.findElement(By.cssSelector("#screencast " + selector));
    }

    private void await(String selector, String text) {
        HeadlessBrowser.await(() -> find(selector).getText().equals(text));
    }

    /// The canvas, as soon as it shows the change of that moment.
    private Frame frameAt(long millis) throws IOException {
        HeadlessBrowser.await(
                () -> String.valueOf(millis).equals(find("canvas").getDomAttribute("data-millis")));
        String address =
                (String)
                        browser.executeScript(
                                "return document.querySelector('#screencast canvas').toDataURL('image/png')");
        Path file = directory.resolve("canvas.png");
        Files.write(file, Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)));
        return Frame.readPng(file);
    }

    private Frame picture(String name) {
        return Frame.readPng(run.screens().resolve(name));
    }
}
