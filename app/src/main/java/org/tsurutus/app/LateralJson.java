package org.tsurutus.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.tsurutus.hunt.ProcessKey;
import org.tsurutus.hunt.lateral.LateralStep;
import tools.jackson.databind.json.JsonMapper;

/// A step of lateral movement as JSON; see [LateralStep].
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LateralJson(
        String time,
        String kind,
        String from,
        String to,
        String what,
        Optional<String> startedTerminal,
        Optional<String> startedGuid) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The step as one line.
    static String of(LateralStep step) {
        return JSON.writeValueAsString(
                new LateralJson(
                        step.time().toString(),
                        step.kind().words(),
                        step.from(),
                        step.to(),
                        step.what(),
                        step.started().map(ProcessKey::terminal),
                        step.started().map(ProcessKey::guid)));
    }
}
