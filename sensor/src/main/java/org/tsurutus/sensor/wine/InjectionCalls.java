package org.tsurutus.sensor.wine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.TraceRecord.Exchange;

/// The requests by which a process reaches into another one.
final class InjectionCalls {
    private static final int USER_APC = 1;

    /// What the target is asked to do for the caller, by the number of `enum apc_type`.
    private static final Map<Integer, String> FUNCTIONS =
            Map.of(
                    3, "VirtualAllocEx",
                    4, "VirtualAllocEx",
                    7, "VirtualProtectEx",
                    11, "MapViewOfSection",
                    13, "CreateRemoteThread");

    private final Consumer<Act> acts;

    InjectionCalls(Consumer<Act> acts) {
        this.acts = acts;
    }

    void queueApc(WineProcess caller, Exchange exchange) {
        int type = exchange.request().number("type");
        Optional<String> function =
                type == USER_APC
                        ? Optional.of("QueueUserAPC")
                        : Optional.ofNullable(FUNCTIONS.get(type));
        function.ifPresent(name -> injected(caller, exchange, name));
    }

    void writeMemory(WineProcess caller, Exchange exchange) {
        injected(caller, exchange, "WriteProcessMemory");
    }

    void setContext(WineProcess caller, Exchange exchange) {
        injected(caller, exchange, "SetThreadContext");
    }

    /// A child that does not run yet is prepared by its parent through the same calls; it counts
    /// from the moment its first thread has begun.
    private void injected(WineProcess caller, Exchange exchange, String function) {
        caller.target(exchange.request().number("handle"))
                .flatMap(InjectionCalls::process)
                .filter(other -> !other.equals(caller) && other.unixPid() >= 0)
                .ifPresent(other -> acts.accept(new Act.Injected(caller, other, function)));
    }

    private static Optional<WineProcess> process(HandleTarget target) {
        return switch (target) {
            case HandleTarget.OtherProcess(WineProcess process) -> Optional.of(process);
            case HandleTarget.OtherThread(WineProcess process) -> Optional.of(process);
            case HandleTarget.Key _, HandleTarget.Image _, OpenFile _ -> Optional.empty();
        };
    }
}
