package org.tsurutus.bench.toolkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tsurutus.bench.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A dialog in no language yet, drawn by no toolkit yet.
///
/// @param name what it is, for people
/// @param panel `dialog` or `wizard`
/// @param title the word that stands in its title bar
/// @param text the word that it says
/// @param controls from top to bottom, then the buttons from left to right
record Scene(String name, String panel, String title, String text, List<Part> controls) {

    /// A control.
    ///
    /// @param label the word on it, if any
    /// @param text what a text field holds
    /// @param intended whether a person who wants to go on would work it now
    record Part(
            String kind,
            Optional<String> label,
            Optional<String> text,
            boolean disabled,
            boolean isDefault,
            boolean checked,
            boolean intended) {}

    static List<Scene> standard() {
        JsonMapper json =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        return List.of(json.readValue(Resource.bytes("toolkit/scenes.json"), Scene[].class));
    }

    /// Indexes of the intended controls.
    List<Integer> intended() {
        return IntStream.range(0, controls.size())
                .filter(index -> controls.get(index).intended())
                .boxed()
                .toList();
    }
}
