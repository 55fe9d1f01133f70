package org.tsurutus.disk.qcow;

import java.nio.file.Path;
import java.util.List;
import org.tsurutus.disk.ImageFormat;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An image file.
///
/// @param path the file
/// @param format how it keeps its disk
public record Image(Path path, ImageFormat format) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The disk that layers make together, as QEMU's description of a block device. What lies under
    /// a layer is said here and not believed to the layer's own header, because whoever broke out
    /// of a machine can have written any path of this host into that. Only the last one's header
    /// names its base itself, for nobody writes to a golden image.
    ///
    /// @param layers from the one that was written last down to the golden image
    static ObjectNode device(List<Image> layers, boolean writable) {
        Image top = layers.getFirst();
        ObjectNode device = JSON.createObjectNode().put("driver", top.format.label());
        device.put("read-only", !writable);
        device.putObject("file")
                .put("driver", "file")
                .put("filename", top.path.toAbsolutePath().toString())
                .put("read-only", !writable);
        if (layers.size() > 1) {
            device.set("backing", device(layers.subList(1, layers.size()), false));
        }
        return device;
    }

    /// The same as an image name that every call of `qemu-img` understands.
    static String name(List<Image> layers) {
        return "json:" + JSON.writeValueAsString(device(layers, false));
    }
}
