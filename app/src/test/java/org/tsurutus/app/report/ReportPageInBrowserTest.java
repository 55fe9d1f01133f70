package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

class ReportPageInBrowserTest {
    @TempDir private Path directory;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        Path page =
                ReportPage.write(SampleRun.whole(Files.createDirectory(directory.resolve("run"))));
        browser = HeadlessBrowser.open(page, directory.resolve("profile"));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aPersonSeesTheRunAndNothingThatTheSpecimenInjected() throws IOException {
        HeadlessBrowser.picture(browser, "report.png", "light");

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
    void theWayFromPcToPcFitsThePage() throws IOException {
        Path page =
                ReportPage.write(SampleRun.spread(Files.createDirectory(directory.resolve("two"))));
        browser.get(page.toUri().toString());
        HeadlessBrowser.picture(browser, "report-of-two-pcs.png", "light");

        assertThat(browser.findElements(By.cssSelector("#lateral tbody tr"))).hasSize(5);
        assertThat(browser.findElement(By.tagName("html")).getDomProperty("scrollWidth"))
                .isEqualTo(browser.findElement(By.tagName("html")).getDomProperty("clientWidth"));
    }

    @Test
    void theClickedBoxLiesOnTheButton() {
        WebElement box = browser.findElement(By.className("clicked"));
        WebElement image = browser.findElement(By.cssSelector(".picture img"));
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

        WebElement click = browser.findElement(By.cssSelector("#timeline tr.screen"));
        browser.findElement(By.className("show-file")).click();

        assertThat(files).noneMatch(WebElement::isDisplayed);
        assertThat(click.isDisplayed()).isTrue();

        browser.findElement(By.className("show-screen")).click();

        assertThat(click.isDisplayed()).isFalse();
        assertThat(browser.findElements(By.cssSelector("#timeline tr.registry")))
                .hasSize(1)
                .allMatch(WebElement::isDisplayed);
    }

    @Test
    void aClickInTheTimelineLeadsToItsPictures() {
        WebElement click = browser.findElement(By.cssSelector("#timeline tr.screen"));
        assertThat(click.getText()).contains("screen/click", "CrazyClicker", "clicked \"OK\"");

        click.findElement(By.tagName("a")).click();

        assertThat(browser.getCurrentUrl()).endsWith("#click-1");
        assertThat(browser.findElement(By.cssSelector(":target")).getText())
                .contains("OK", "affirmative");
    }

    @Test
    void theSystemsProcessesUnfold() {
        browser.findElement(By.cssSelector("#processes summary")).click();

        assertThat(browser.findElement(By.cssSelector("#processes details")).getText())
                .contains("explorer.exe", "launch.exe");
    }

    @Test
    void thePageFitsADarkScreenAndANarrowOne() throws IOException {
        HeadlessBrowser.picture(browser, "report-dark.png", "dark");
        assertThat(browser.findElement(By.tagName("body")).getCssValue("background-color"))
                .contains("15, 20, 27");

        HeadlessBrowser.resize(browser, 700);
        assertThat(HeadlessBrowser.overflow(browser)).isZero();
    }
}
