package org.tsurutus.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Inspection;
import org.tsurutus.screen.Tesseract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `click`: what CrazyClicker would do with a picture.
@Command(
        name = "click",
        mixinStandardHelpOptions = true,
        description = "Says as JSON what would be clicked in a screenshot.",
        footer = {"", "Example: tsurutus click shot.png"})
final class ClickCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", description = "a PNG file")
    Path image = Path.of("");

    @Override
    public Integer call() {
        try (Tesseract reader = Tesseract.open()) {
            System.out.println(Inspection.of(Frame.readPng(image), reader).toJson());
        }
        return 0;
    }
}
