package org.tsurutus.disk.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A network that nothing else sees: a namespace without a name, which the kernel forgets when this
/// process ends, with a bridge `br0` at 172.31.77.1 and taps at it. What comes from one of the taps
/// from `t1` on goes to this host and to `t0`, not to its neighbours.
public final class LabNetwork implements AutoCloseable {
    private static final String SCRIPT =
            """
            set -e
            ip link set lo up
            ip link add br0 type bridge stp_state 0
            ip address add 172.31.77.1/24 dev br0
            ip address add fd77::1/64 dev br0 nodad
            ip link set br0 up
            for number in $(seq 0 %d); do
                ip tuntap add t$number mode tap
                ip link set t$number master br0
                [ $number = 0 ] || ip link set t$number type bridge_slave isolated on
                ip link set t$number up
            done
            echo up
            exec cat
            """;

    private final Process keeper;

    private LabNetwork(Process keeper) {
        this.keeper = keeper;
    }

    /// @param pcs how many taps there are besides `t0`
    public static LabNetwork start(int pcs) throws IOException {
        Process keeper =
                new ProcessBuilder("unshare", "--net", "sh", "-c", SCRIPT.formatted(pcs))
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said = keeper.inputReader();
        String line = said.readLine();
        if (!"up".equals(line)) {
            throw new AssertionError("no namespace for the network: " + line);
        }
        return new LabNetwork(keeper);
    }

    /// Words that let a program run inside.
    public List<String> prefix() {
        return List.of("nsenter", "--net=/proc/" + keeper.pid() + "/ns/net", "--");
    }

    /// A program inside.
    public List<String> inside(String... words) {
        List<String> all = new ArrayList<>(prefix());
        all.addAll(List.of(words));
        return all;
    }

    @Override
    public void close() {
        keeper.destroyForcibly().onExit().join();
    }
}
