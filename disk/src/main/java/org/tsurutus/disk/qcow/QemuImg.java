package org.tsurutus.disk.qcow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.HostTool;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of `qemu-img`.
public final class QemuImg {
    /// For calls that read or write an image's own tables only.
    public static final Duration QUICK = Duration.ofMinutes(1);

    /// For calls that copy an image's content.
    public static final Duration COPY = Duration.ofMinutes(15);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QemuImg() {}

    /// What a call with `--output=json` answers.
    ///
    /// @throws DiskException as [#run] does, or when that is no JSON
    public static JsonNode json(Duration limit, String... arguments) {
        try {
            return JSON.readTree(run(limit, arguments));
        } catch (JacksonException e) {
            throw new DiskException(
                    "qemu-img "
                            + String.join(" ", arguments)
                            + " answered with something else than JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /// Runs `qemu-img` and answers with its output.
    ///
    /// @throws DiskException when it is not there, fails, or is not done within `limit`
    public static String run(Duration limit, String... arguments) {
        List<String> words = new ArrayList<>(List.of("qemu-img"));
        words.addAll(List.of(arguments));
        return new HostTool(words, limit, Map.of()).run();
    }
}
