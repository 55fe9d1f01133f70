package org.tsurutus.screen.internal;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Records as JSON, with their components in the order they are declared in.
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    private Json() {}

    /// One line, without a line end.
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
