package org.tsurutus.sensor.wine;

import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.Group;
import org.tsurutus.sensor.trace.TraceEvent.Exchange;

/// The requests about files.
final class FileCalls {
    private static final int TYPE_DIRECTORY = 2;

    private final DriveC drive;
    private final Handles handles;
    private final Consumer<Act> acts;

    FileCalls(DriveC drive, Handles handles, Consumer<Act> acts) {
        this.drive = drive;
        this.handles = handles;
        this.acts = acts;
    }

    void create(WineProcess caller, Exchange exchange) {
        Group request = exchange.request();
        Group attributes = request.group("objattr");
        int root = attributes.hex("rootdir");
        OpenFile file =
                new OpenFile(
                        ntPath(caller, root, attributes.textOrEmpty("name")),
                        unixPath(caller, root, request),
                        request.hex("access"),
                        request.hex("options"),
                        request.decimal("create"));
        boolean inheritable = (attributes.hex("attributes") & HandleCalls.ATTRIBUTE_INHERIT) != 0;
        acts.accept(new Act.FileOpened(caller, file));
        handles.put(caller, exchange.reply().hex("handle"), file, inheritable);
    }

    void handleFd(WineProcess caller, Exchange exchange) {
        if (exchange.reply().decimal("type") == TYPE_DIRECTORY) {
            file(caller, exchange).ifPresent(OpenFile::markDirectory);
        }
    }

    void setName(WineProcess caller, Exchange exchange) {
        Group request = exchange.request();
        int root = request.hex("rootdir");
        Act.FileName to =
                new Act.FileName(
                        ntPath(caller, root, request.text("name")),
                        unixPath(caller, root, request));
        if (request.decimal("link") != 0) {
            acts.accept(new Act.FileLinked(caller, to));
            return;
        }
        file(caller, exchange)
                .ifPresent(file -> {
                    Act.FileName from = new Act.FileName(file.ntPath(), file.unixPath());
                    file.moveNt(to.ntPath());
                    file.moveUnix(to.unixPath());
                    acts.accept(new Act.FileRenamed(caller, file, from, to));
                });
    }

    /// Newer servers print flags where older ones print a truth value; the lowest bit is the same.
    void setDisposition(WineProcess caller, Exchange exchange) {
        Group request = exchange.request();
        int flags = request.hex(request.has("unlink") ? "unlink" : "flags");
        file(caller, exchange).ifPresent(file -> file.deleteOnClose((flags & 1) != 0));
    }

    /// The name is relative, `./name`, when the caller named it relative to a directory.
    private String unixPath(WineProcess caller, int root, Group request) {
        String name = request.text("filename");
        if (name.startsWith("./")
                && caller.target(root).orElse(null) instanceof OpenFile directory) {
            name = directory.unixPath() + name.substring(1);
        }
        return Bounded.path(drive.normalise(name));
    }

    private static Optional<OpenFile> file(WineProcess caller, Exchange exchange) {
        return caller.target(exchange.request().hex("handle")).orElse(null) instanceof OpenFile file
                ? Optional.of(file)
                : Optional.empty();
    }

    /// Empty when the name is relative to a directory that is not known.
    private static String ntPath(WineProcess caller, int root, String name) {
        if (root == 0) {
            return Bounded.path(name);
        }
        if (caller.target(root).orElse(null) instanceof OpenFile directory
                && !directory.ntPath().isEmpty()) {
            String base = directory.ntPath();
            return Bounded.path(base.endsWith("\\") ? base + name : base + "\\" + name);
        }
        return "";
    }
}
