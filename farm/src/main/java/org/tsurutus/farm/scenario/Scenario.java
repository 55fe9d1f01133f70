package org.tsurutus.farm.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tsurutus.farm.FarmException;
import org.tsurutus.network.packet.Ipv4Address;

/// Who is there when a specimen runs.
///
/// @param name what the run's manifest calls it
/// @param network what the PCs can reach
/// @param pcs the first one gets the specimen
/// @param notes what a reader of the run should know
public record Scenario(String name, Network network, List<ScenarioPc> pcs, List<String> notes) {
    /// The most PCs of one run.
    public static final int MOST_PCS = 16;

    /// How many bits of an address say which LAN it is.
    public static final int PREFIX = 24;

    private static final int OURS = 1;

    /// The PC of a run that asks for nothing else.
    public static final Scenario ALONE =
            new Scenario(
                    "alone",
                    new Network.None(),
                    List.of(
                            new ScenarioPc(
                                    "LAB-PC01",
                                    Ipv4Address.parse("10.77.0.11"),
                                    List.of(),
                                    Optional.empty(),
                                    List.of(),
                                    List.of(),
                                    Optional.empty())),
                    List.of());

    /// @throws FarmException when two PCs have one name or address, or an address lies elsewhere
    public Scenario {
        pcs = List.copyOf(pcs);
        notes = List.copyOf(notes);
        if (pcs.isEmpty() || pcs.size() > MOST_PCS) {
            throw FarmException.input("a run has 1 to " + MOST_PCS + " PCs, not " + pcs.size());
        }
        Set<Object> taken = new HashSet<>();
        for (ScenarioPc pc : pcs) {
            if (!taken.add(pc.name().toLowerCase(Locale.ROOT)) || !taken.add(pc.address())) {
                throw FarmException.input(
                        pc.name()
                                + " ("
                                + pc.address()
                                + ") has the name or the address of another PC; give it its own");
            }
            requireOnLan(pc, pcs.getFirst());
        }
    }

    private static void requireOnLan(ScenarioPc pc, ScenarioPc first) {
        int host = pc.address().bits() & 0xff;
        boolean isPrivate = pc.address().bits() >>> PREFIX == 10;
        if (!isPrivate || host <= OURS || host == 0xff || lan(pc) != lan(first)) {
            throw FarmException.input(
                    pc.address()
                            + " of "
                            + pc.name()
                            + " does not fit; all PCs lie in one 10.x.y.0/24, from .2 to .254");
        }
    }

    private static int lan(ScenarioPc pc) {
        return pc.address().bits() >>> (Integer.SIZE - PREFIX);
    }

    /// Where answers of ours and gateways have their address.
    public Ipv4Address ours() {
        return new Ipv4Address((pcs.getFirst().address().bits() & ~0xff) | OURS);
    }

    /// The same with another network.
    public Scenario with(Network other) {
        return new Scenario(name, other, pcs, notes);
    }

    /// The same with its first PCs only.
    ///
    /// @throws FarmException when it has fewer
    public Scenario first(int count) {
        if (count < 1 || count > pcs.size()) {
            throw FarmException.input(
                    "the scenario " + name + " has 1 to " + pcs.size() + " PCs, not " + count);
        }
        return new Scenario(name, network, pcs.subList(0, count), notes);
    }
}
