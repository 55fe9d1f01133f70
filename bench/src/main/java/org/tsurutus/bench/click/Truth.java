package org.tsurutus.bench.click;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tsurutus.bench.BenchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What is on a frame, as `<id>.json` beside `<id>.png` tells it.
///
/// @param id the frame's name, for example `test-000123`
/// @param seed what the frame follows from; 0 where it was taken, not made
/// @param split what the frame is for
/// @param source who drew it: `generated`, `wine`, `gtk`, `qt`, `swing`
/// @param theme the kind of dialog or its looks, for example `nsis`, `uac`, `winxp`
/// @param language `en`, `ja`, `de`, `fr`, `es`, `zh`, `ko` or `ru`
/// @param scale pixels of the frame for one of the dialog's, 1 to 2
/// @param dark whether the looks are dark
/// @param toolkit what a program inside the PC would see the controls as, for example `win32`
/// @param noise `none` or `jpeg`
/// @param hidden what covers the dialog: `none`, `partly`, `pointer`, `behind`
/// @param width the frame's width in pixels
/// @param height the frame's height in pixels
/// @param panels the dialogs
/// @param controls what can be worked, on dialogs and elsewhere
/// @param intended which of the controls a person who wants the specimen to go on would work now
/// @param distractor whether nothing on the frame may be clicked
@JsonIgnoreProperties(ignoreUnknown = true)
public record Truth(
        String id,
        long seed,
        Split split,
        String source,
        String theme,
        String language,
        double scale,
        boolean dark,
        String toolkit,
        String noise,
        String hidden,
        int width,
        int height,
        List<TruePanel> panels,
        List<TrueControl> controls,
        List<Integer> intended,
        boolean distractor) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Truth {
        panels = List.copyOf(panels);
        controls = List.copyOf(controls);
        intended = List.copyOf(intended);
    }

    /// Reads a truth file.
    ///
    /// @throws BenchException when it cannot be read or is not in the format
    public static Truth read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Truth.class);
        } catch (IOException | JacksonException e) {
            throw new BenchException(
                    "cannot read the truth " + file + " (" + e.getMessage() + "); make it anew", e);
        }
    }

    /// The controls that a person would work now.
    public List<TrueControl> wanted() {
        return intended.stream().map(controls::get).toList();
    }

    /// One line of JSON.
    public String toJson() {
        return JSON.writeValueAsString(this);
    }
}
