package org.tsurutus.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.run.RunDirectory;

/// Writes a run as one page that needs no network, so that it can be handed on. Only the player of
/// a screencast needs a script; everything else, its clicks too, shows without.
///
/// Everything that a specimen chose is escaped and its control characters are visible; a content
/// security policy forbids the page to load anything, and to run anything but that one script,
/// which it knows by its hash.
public final class ReportPage {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, ReportPage.class.getClassLoader(), "org.tsurutus.app");

    private ReportPage() {}

    /// Writes `report.html` into the run's directory, in one step, and says where it is.
    ///
    /// A run that failed, an absent or partly malformed log and a run without clicks have a page
    /// too.
    ///
    /// @throws FarmException when the directory holds no run or the page cannot be written
    /// @throws org.tsurutus.markii.MarkIIException when the log cannot be read to its end
    public static Path write(RunDirectory run) {
        Utf8ByteOutput page = new Utf8ByteOutput();
        TEMPLATES.render("report/report.jte", Report.of(run), page);
        Path fresh = run.path().resolve("report.html.new");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                page.writeTo(out);
            }
            return Files.move(
                    fresh,
                    run.report(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot write " + run.report() + ": " + e + "; check the disk", e);
        }
    }
}
