package org.tsurutus.sensor.wine;

import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.DataReader;
import org.tsurutus.sensor.trace.Message;
import org.tsurutus.sensor.trace.TraceRecord.Exchange;

/// The requests about the registry.
final class RegistryCalls {
    private final Processes processes;
    private final Handles handles;
    private final Consumer<Act> acts;

    RegistryCalls(Processes processes, Handles handles, Consumer<Act> acts) {
        this.processes = processes;
        this.handles = handles;
        this.acts = acts;
    }

    /// `STATUS_OBJECT_NAME_EXISTS` means that the key was only opened.
    void create(WineProcess caller, Exchange exchange) {
        DataReader.ObjectAttributes attributes = exchange.request().read().attributes();
        path(caller, attributes.root(), attributes.name())
                .ifPresent(key -> {
                    remember(caller, exchange, key, attributes.attributes());
                    if (exchange.status() == 0) {
                        acts.accept(new Act.KeyCreated(caller, key));
                    }
                });
    }

    void open(WineProcess caller, Exchange exchange) {
        Message request = exchange.request();
        path(caller, request.number("parent"), request.read().text())
                .ifPresent(key -> remember(caller, exchange, key, request.number("attributes")));
    }

    void delete(WineProcess caller, Exchange exchange) {
        key(caller, exchange).ifPresent(path -> acts.accept(new Act.KeyDeleted(caller, path)));
    }

    void rename(WineProcess caller, Exchange exchange) {
        String name = exchange.request().read().text();
        key(caller, exchange)
                .ifPresent(from -> {
                    String to = from.substring(0, from.lastIndexOf('\\') + 1) + name;
                    handles.renameKey(processes.live(), from, Bounded.path(to));
                    acts.accept(new Act.KeyRenamed(caller, from, to));
                });
    }

    void setValue(WineProcess caller, Exchange exchange) {
        Message request = exchange.request();
        DataReader data = request.read();
        String name = data.text(request.number("namelen"));
        key(caller, exchange)
                .ifPresent(path ->
                        acts.accept(
                                new Act.ValueSet(
                                        caller, path, name, request.number("type"), data.bytes())));
    }

    void deleteValue(WineProcess caller, Exchange exchange) {
        String name = exchange.request().read().text();
        key(caller, exchange)
                .ifPresent(path -> acts.accept(new Act.ValueDeleted(caller, path, name)));
    }

    private void remember(WineProcess caller, Exchange exchange, String path, int attributes) {
        boolean inheritable = (attributes & HandleCalls.ATTRIBUTE_INHERIT) != 0;
        HandleTarget target = new HandleTarget.Key(path);
        handles.put(caller, exchange.reply().number("hkey"), target, inheritable);
    }

    private static Optional<String> key(WineProcess caller, Exchange exchange) {
        return path(caller, exchange.request().number("hkey"), "");
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
