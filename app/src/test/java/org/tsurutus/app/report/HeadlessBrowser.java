package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// Debian's Chromium without a window.
final class HeadlessBrowser {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private HeadlessBrowser() {}

    /// Opens a page.
    ///
    /// @param profile a directory for the browser's own files
    static ChromeDriver open(Path page, Path profile, String... more) {
        assumeThat(BROWSER).as("Debian's chromium").isExecutable();
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
                "--user-data-dir=" + profile);
        options.addArguments(more);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build();
        ChromeDriver browser = new ChromeDriver(service, options);
        browser.get(page.toUri().toString());
        return browser;
    }

    /// Waits for something on the page to come true.
    static void await(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the page did not come so far").isLessThan(giveUp);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Makes the window that wide.
    static void resize(ChromeDriver browser, int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /// How many pixels the page is wider than the window.
    static long overflow(ChromeDriver browser) {
        return (Long)
                browser.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /// Keeps a picture of the page for people, in `target/`.
    ///
    /// @param scheme `light` or `dark`
    static void picture(ChromeDriver browser, String name, String scheme) throws IOException {
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
