package org.tsurutus.bench.click.draw;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Folders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser that draws plans, one after the other.
final class Stage implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final List<String> FILES =
            List.of("stage.css", "stage.js", "desktop.js", "dialogs.js", "distractors.js");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Says with every start that it knows this browser's protocol by another number.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final Path folder;
    private final StyleSheets sheets;
    private final ChromeDriver browser;
    private final Thread atExit = new Thread(this::end, "closes a browser");
    private String shown = "";

    /// Starts a browser.
    ///
    /// @throws BenchException when there is none
    Stage(StyleSheets sheets, Smoothing smoothing) {
        this.sheets = sheets;
        if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
            throw new BenchException(
                    "no " + BROWSER + " or " + DRIVER + "; install chromium and chromium-driver");
        }
        try {
            folder = Files.createTempDirectory("clickbench-stage");
            for (String name : FILES) {
                Files.write(folder.resolve(name), Tables.bytes(name));
            }
            Path fonts = folder.resolve("fonts.conf");
            Files.writeString(fonts, smoothing.configuration());
            browser = start(fonts);
        } catch (IOException e) {
            throw new BenchException("cannot use the temporary folder (" + e + "); free it", e);
        }
        // A browser outlives whoever started it, for example when that is interrupted.
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private static ChromeDriver start(Path fonts) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--allow-file-access-from-files",
                "--enable-lcd-text");
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .withEnvironment(Map.of("FONTCONFIG_FILE", fonts.toString()))
                        .build();
        return new ChromeDriver(service, options);
    }

    /// The browser's name and version.
    String version() {
        return browser.getCapabilities().getBrowserVersion();
    }

    /// Draws a plan and takes its picture.
    ///
    /// @throws BenchException when the browser fails
    Drawing draw(Plan plan, String sheet) {
        try {
            open(sheet);
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of(
                            "width", plan.width(),
                            "height", plan.height(),
                            "deviceScaleFactor", plan.scale(),
                            "mobile", false));
            JsonNode told = evaluate("draw(" + JSON.writeValueAsString(plan) + ")");
            Object picture =
                    browser.executeCdpCommand(
                                    "Page.captureScreenshot", Map.of("optimizeForSpeed", true))
                            .get("data");
            return new Drawing(Base64.getDecoder().decode(String.valueOf(picture)), told);
        } catch (WebDriverException e) {
            throw new BenchException("the browser failed: " + e.getMessage(), e);
        }
    }

    private JsonNode evaluate(String call) {
        Map<String, Object> answer =
                browser.executeCdpCommand(
                        "Runtime.evaluate",
                        Map.of(
                                "expression", call + ".then(JSON.stringify)",
                                "awaitPromise", true,
                                "returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new BenchException(
                    "the stage's scripts failed: " + answer.get("exceptionDetails"));
        }
        if (answer.get("result") instanceof Map<?, ?> result) {
            return JSON.readTree(String.valueOf(result.get("value")));
        }
        throw new BenchException("the browser gave no result: " + answer);
    }

    private void open(String sheet) {
        if (sheet.equals(shown)) {
            return;
        }
        String name = sheet.equals("-") ? "own" : sheet;
        Path page = folder.resolve("page-" + name + ".html");
        try {
            Files.writeString(page, html(sheet), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchException("cannot write " + page + " (" + e + "); free the disk", e);
        }
        browser.get(page.toUri().toString());
        shown = sheet;
    }

    private String html(String sheet) {
        String other =
                sheet.equals("-")
                        ? ""
                        : "<link rel=\"stylesheet\" href=\""
                                + sheets.sheet(sheet).toUri()
                                + "\">\n";
        return """
        <!doctype html>
        <html><head><meta charset="utf-8">
        %s<link rel="stylesheet" href="stage.css">
        <script src="stage.js"></script>
        <script src="desktop.js"></script>
        <script src="dialogs.js"></script>
        <script src="distractors.js"></script>
        </head><body></body></html>
        """
                .formatted(other);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private void end() {
        browser.quit();
        Folders.remove(folder);
    }
}
