package org.tsurutus.disk.mapper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.HostTool;

/// A pool's metadata as the programs of `thin-provisioning-tools` read and mend it.
///
/// @param device where the metadata lies
public record ThinMetadata(Path device) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// What checking found.
    ///
    /// @param sound whether nothing is wrong
    /// @param words what the checker said; empty when nothing is wrong
    public record Health(boolean sound, String words) {}

    /// Where two thin disks are mapped differently, in whole blocks: written, or discarded, since
    /// one was a snapshot of the other. The pool must hold a metadata snapshot meanwhile.
    ///
    /// @throws org.tsurutus.disk.DiskException when the metadata cannot be read
    public List<Extent> difference(int base, int thin) {
        String xml =
                run(
                        "thin_delta",
                        "--metadata-snap",
                        "--snap1",
                        Integer.toString(base),
                        "--snap2",
                        Integer.toString(thin),
                        device.toString());
        return ThinXml.differences(xml);
    }

    /// Where a thin disk has blocks of its own or shared ones. The pool must hold a metadata
    /// snapshot meanwhile.
    ///
    /// @throws org.tsurutus.disk.DiskException when the metadata cannot be read
    public List<Extent> mapped(int thin) {
        String xml =
                run(
                        "thin_dump",
                        "--metadata-snap",
                        "--dev-id",
                        Integer.toString(thin),
                        device.toString());
        return ThinXml.mappings(xml);
    }

    /// Checks the metadata of a pool that is not active, every mapping of it.
    ///
    /// @throws org.tsurutus.disk.DiskException when the checker cannot be run
    public Health check() {
        HostTool.Outcome outcome = tool("thin_check", device.toString()).attempt();
        String words = (outcome.complaint() + " " + outcome.output()).strip().replace("\n", "; ");
        return outcome.code() == 0 ? new Health(true, "") : new Health(false, words);
    }

    /// Forgets that the pool asked for a check, which must have found nothing wrong.
    ///
    /// @throws org.tsurutus.disk.DiskException when the checker finds something after all
    public void clearNeedsCheck(Actions actions) {
        actions.perform(
                "thin_check --clear-needs-check-flag " + device,
                () -> run("thin_check", "--clear-needs-check-flag", device.toString()));
    }

    /// Writes what can be saved of this metadata to another device, whose content is lost. The pool
    /// must not be active.
    ///
    /// @throws org.tsurutus.disk.DiskException when nothing can be saved
    public void repair(Path to, Actions actions) {
        actions.perform(
                "thin_repair -i " + device + " -o " + to,
                () -> run("thin_repair", "-i", device.toString(), "-o", to.toString()));
    }

    private static String run(String... words) {
        return tool(words).run();
    }

    private static HostTool tool(String... words) {
        return new HostTool(List.of(words), LIMIT, Map.of());
    }
}
