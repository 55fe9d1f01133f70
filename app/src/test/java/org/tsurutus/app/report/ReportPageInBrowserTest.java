package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

class ReportPageInBrowserTest {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    @TempDir private Path directory;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        assumeThat(BROWSER).as("Debian's chromium").isExecutable();
        Path page =
                ReportPage.write(SampleRun.whole(Files.createDirectory(directory.resolve("run"))));
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1366,900",
                "--user-data-dir=" + directory.resolve("profile"));
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build();
        browser = new ChromeDriver(service, options);
        browser.get(page.toUri().toString());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aPersonSeesTheRunAndNothingThatTheSpecimenInjected() throws IOException {
        picture("report.png", "light");

        assertThat(browser.findElement(By.tagName("h1")).getText())
                .isEqualTo("invoice" + SampleRun.HOSTILE + "⟨U+202E⟩fdp.exe");
        assertThat(browser.getTitle()).startsWith("invoice</script>").isNotEqualTo("owned");
        assertThat(browser.findElement(By.id("gaps")).getText())
                .startsWith("Nothing is known to be missing.");
        assertThat(browser.findElement(By.id("processes")).getText())
                .contains("updater.exe", "file/close 1")
                .doesNotContain("explorer.exe");
        assertThat(browser.findElement(By.id("registry")).getText())
                .contains(SampleRun.HOSTILE + "␛[31m⟨U+202E⟩xe.exe␊");

        assertThat(browser.findElements(By.tagName("script"))).isEmpty();
        assertThat(browser.findElements(By.cssSelector("[onerror], [onload], [onclick]")))
                .isEmpty();
        assertThat(browser.findElements(By.tagName("img")))
                .hasSize(3)
                .allMatch(image -> image.getDomAttribute("src").startsWith("data:image/png"));
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void theClickedBoxLiesOnTheButton() {
        WebElement box = browser.findElement(By.className("clicked"));
        WebElement image = browser.findElement(By.cssSelector(".screen img"));
        double scale = image.getSize().getWidth() / 1024.0;

        assertThat(box.getLocation().getX() - image.getLocation().getX())
                .isBetween((int) (430 * scale) - 2, (int) (430 * scale) + 2);
        assertThat(box.getSize().getHeight())
                .isBetween((int) (30 * scale) - 2, (int) (30 * scale) + 2);
    }

    @Test
    void aKindOfEventCanBeHiddenInTheTimeline() {
        List<WebElement> files = browser.findElements(By.cssSelector("#timeline tr.file"));
        assertThat(files).hasSize(4).allMatch(WebElement::isDisplayed);

        browser.findElement(By.className("show-file")).click();

        assertThat(files).noneMatch(WebElement::isDisplayed);
        assertThat(browser.findElements(By.cssSelector("#timeline tr.registry")))
                .hasSize(1)
                .allMatch(WebElement::isDisplayed);
    }

    @Test
    void theSystemsProcessesUnfold() {
        browser.findElement(By.cssSelector("#processes summary")).click();

        assertThat(browser.findElement(By.cssSelector("#processes details")).getText())
                .contains("explorer.exe", "launch.exe");
    }

    @Test
    void thePageFitsADarkScreenAndANarrowOne() throws IOException {
        picture("report-dark.png", "dark");
        assertThat(browser.findElement(By.tagName("body")).getCssValue("background-color"))
                .contains("15, 20, 27");

        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 700, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        Object overflow =
                browser.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).isEqualTo(0L);
    }

    private void picture(String name, String scheme) throws IOException {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        Map<String, Object> shot =
                browser.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        byte[] bytes = Base64.getDecoder().decode((String) shot.get("data"));
        Files.write(Path.of("target", name), bytes);
    }
}
