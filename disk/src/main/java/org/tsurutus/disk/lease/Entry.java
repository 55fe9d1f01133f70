package org.tsurutus.disk.lease;

import java.time.DateTimeException;
import java.time.Instant;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.store.DiskName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A line of the journal.
///
/// @param at the host's clock, for people
/// @param isDone whether the step is done; otherwise it is about to begin
/// @param state from this line on
record Entry(
        Instant at, DiskName disk, DiskName golden, Step step, boolean isDone, DiskState state) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String line() {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", at.toString()).put("disk", disk.text()).put("golden", golden.text());
        line.put("step", step.name()).put("done", isDone);
        switch (state) {
            case DiskState.Fresh held -> put(line, "fresh", held);
            case DiskState.InUse held -> put(line, "in use", held);
            case DiskState.Dirty held -> put(line, "dirty", held);
            case DiskState.RollingBack held -> put(line, "rolling back", held);
            case DiskState.Verified _ -> line.put("state", "verified");
            case DiskState.Quarantined quarantined ->
                    line.put("state", "quarantined").put("reason", quarantined.reason());
            case DiskState.Gone _ -> line.put("state", "gone");
        }
        return JSON.writeValueAsString(line);
    }

    private static void put(ObjectNode line, String state, DiskState.Held held) {
        line.put("state", state).put("holder", held.holder()).put("promised", held.promised());
    }

    /// @throws DiskException when it is no line of a journal
    static Entry parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return new Entry(
                    Instant.parse(node.path("at").asString()),
                    new DiskName(node.path("disk").asString()),
                    new DiskName(node.path("golden").asString()),
                    Step.valueOf(node.path("step").asString()),
                    node.path("done").asBoolean(),
                    state(node));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new DiskException("this is no line of a journal of disks: " + line, e);
        }
    }

    private static DiskState state(JsonNode node) {
        String holder = node.path("holder").asString("");
        long promised = node.path("promised").asLong(0);
        String state = node.path("state").asString("");
        return switch (state) {
            case "fresh" -> new DiskState.Fresh(holder, promised);
            case "in use" -> new DiskState.InUse(holder, promised);
            case "dirty" -> new DiskState.Dirty(holder, promised);
            case "rolling back" -> new DiskState.RollingBack(holder, promised);
            case "verified" -> new DiskState.Verified();
            case "quarantined" -> new DiskState.Quarantined(node.path("reason").asString(""));
            case "gone" -> new DiskState.Gone();
            default -> throw new IllegalArgumentException("no state of a disk: " + state);
        };
    }
}
