package org.tsurutus.screen.cast;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.cast.CastFormat.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of a screencast as JSON, of which nothing is believed and nothing is quoted.
record CastLine(JsonNode json) {
    private static final int DEEPEST = 4;
    private static final long LATEST = 1L << 40;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(CastFormat.LONGEST_LINE)
                    .build();
    private static final JsonMapper MAPPER =
            new JsonMapper(JsonFactory.builder().streamReadConstraints(BOUNDS).build());

    /// @throws ScreenException when the line is no JSON object
    static CastLine of(byte[] line) {
        try {
            JsonNode json = MAPPER.readTree(line);
            if (json.isObject()) {
                return new CastLine(json);
            }
        } catch (JacksonException e) {
            throw new ScreenException("it is no JSON", e);
        }
        throw new ScreenException("it is no JSON object");
    }

    /// @throws ScreenException when the line begins no screencast of this version
    Header header() {
        if (!json.path("format").asString("").equals(CastFormat.NAME)) {
            throw new ScreenException("it is no screencast's header");
        }
        int version = number(json, "version", Integer.MAX_VALUE);
        if (version != CastFormat.VERSION) {
            throw new ScreenException(
                    "a screencast of version %d; this reads version %d"
                            .formatted(version, CastFormat.VERSION));
        }
        return new Header(CastFormat.NAME, version, width(), height());
    }

    boolean isEnd() {
        return json.has("end");
    }

    /// @throws ScreenException when something of the end is missing
    End end() {
        JsonNode full = json.path("full");
        if (!full.isBoolean()) {
            throw new ScreenException("no “full”, true or false");
        }
        return new End(time("end"), time("leftOut"), full.asBoolean());
    }

    /// @throws ScreenException when something of the change is missing or out of bounds
    Change change() {
        return new Change(time("millis"), frame(), width(), height(), tiles());
    }

    private Optional<String> frame() {
        JsonNode frame = json.path("frame");
        if (frame.isMissingNode()) {
            return Optional.empty();
        }
        if (!frame.isString() || !SHA256.matcher(frame.asString()).matches()) {
            throw new ScreenException("a “frame” that is no SHA-256");
        }
        return Optional.of(frame.asString());
    }

    private List<Tile> tiles() {
        JsonNode tiles = json.path("tiles");
        if (!tiles.isArray() || tiles.isEmpty() || tiles.size() > CastFormat.MOST_TILES) {
            throw new ScreenException("no “tiles”, 1 to %d".formatted(CastFormat.MOST_TILES));
        }
        return tiles.valueStream().map(CastLine::tile).toList();
    }

    private static Tile tile(JsonNode tile) {
        JsonNode png = tile.path("png");
        if (!png.isString()) {
            throw new ScreenException("a tile without a “png”");
        }
        return new Tile(
                number(tile, "x", Frame.MAX_WIDTH),
                number(tile, "y", Frame.MAX_HEIGHT),
                png.asString());
    }

    private int width() {
        return number(json, "width", Frame.MAX_WIDTH);
    }

    private int height() {
        return number(json, "height", Frame.MAX_HEIGHT);
    }

    private long time(String name) {
        return number(json, name, LATEST);
    }

    private static int number(JsonNode node, String name, int largest) {
        return (int) number(node, name, (long) largest);
    }

    private static long number(JsonNode node, String name, long largest) {
        JsonNode number = node.path(name);
        if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || number.asLong() < 0
                || number.asLong() > largest) {
            throw new ScreenException("no “%s”, 0 to %d".formatted(name, largest));
        }
        return number.asLong();
    }
}
