package org.tsurutus.sensor.wine;

import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.Group;
import org.tsurutus.sensor.trace.TraceEvent.Exchange;

/// The requests about the registry.
final class RegistryCalls {
    private final Handles handles;
    private final Consumer<Act> acts;

    RegistryCalls(Handles handles, Consumer<Act> acts) {
        this.handles = handles;
        this.acts = acts;
    }

    /// `OBJECT_NAME_EXISTS` means that the key was only opened.
    void create(WineProcess caller, Exchange exchange) {
        Group attributes = exchange.request().group("objattr");
        Optional<String> path =
                path(caller, attributes.hex("rootdir"), attributes.textOrEmpty("name"));
        path.ifPresent(key -> {
            remember(caller, exchange, key, attributes.hex("attributes"));
            if (exchange.status().equals("0")) {
                acts.accept(new Act.KeyCreated(caller, key));
            }
        });
    }

    void open(WineProcess caller, Exchange exchange) {
        Group request = exchange.request();
        path(caller, request.hex("parent"), request.text("name"))
                .ifPresent(key -> remember(caller, exchange, key, request.hex("attributes")));
    }

    void delete(WineProcess caller, Exchange exchange) {
        key(caller, exchange).ifPresent(path -> acts.accept(new Act.KeyDeleted(caller, path)));
    }

    void setValue(WineProcess caller, Exchange exchange) {
        Group request = exchange.request();
        key(caller, exchange)
                .ifPresent(path ->
                        acts.accept(
                                new Act.ValueSet(
                                        caller,
                                        path,
                                        request.text("name"),
                                        request.decimal("type"),
                                        request.bytes("data"))));
    }

    void deleteValue(WineProcess caller, Exchange exchange) {
        String name = exchange.request().text("name");
        key(caller, exchange)
                .ifPresent(path -> acts.accept(new Act.ValueDeleted(caller, path, name)));
    }

    private void remember(WineProcess caller, Exchange exchange, String path, int attributes) {
        boolean inheritable = (attributes & HandleCalls.ATTRIBUTE_INHERIT) != 0;
        HandleTarget target = new HandleTarget.Key(path);
        handles.put(caller, exchange.reply().hex("hkey"), target, inheritable);
    }

    private static Optional<String> key(WineProcess caller, Exchange exchange) {
        return path(caller, exchange.request().hex("hkey"), "");
    }

    private static Optional<String> path(WineProcess caller, int parent, String name) {
        if (parent == 0) {
            return Optional.of(Bounded.path(name));
        }
        return caller.target(parent).orElse(null) instanceof HandleTarget.Key(String path)
                ? Optional.of(Bounded.path(name.isEmpty() ? path : path + "\\" + name))
                : Optional.empty();
    }
}
