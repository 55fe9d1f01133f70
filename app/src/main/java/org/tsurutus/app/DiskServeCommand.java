package org.tsurutus.app;

import java.net.Inet4Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.boot.AddressRange;
import org.tsurutus.disk.boot.BootLoader;
import org.tsurutus.disk.boot.BootPc;
import org.tsurutus.disk.boot.BootPlan;
import org.tsurutus.disk.boot.BootService;
import org.tsurutus.disk.boot.HostInterface;
import org.tsurutus.disk.boot.MacAddress;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.farm.FarmException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `disk serve`.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Lets PCs without a disk start over the network, until it is interrupted.",
            "A PC starts from the disk of its own name while that is exported (disk export);",
            "otherwise it waits. Every ask of a PC is a line on standard output."
        },
        footer = {
            "",
            "Example: tsurutus disk serve --at br0 --addresses 172.31.77.11-172.31.77.40 \\",
            "    --pc win7-x86-pc1=52:54:00:77:00:01"
        })
final class DiskServeCommand implements Callable<Integer> {
    private static final Path STATE = Path.of("/run/tsurutus");

    @Option(
            names = "--at",
            required = true,
            paramLabel = "INTERFACE",
            description = "the only interface where PCs are answered, such as br0")
    String networkInterface = "";

    @Option(
            names = "--addresses",
            required = true,
            paramLabel = "FIRST-LAST",
            description = "the PCs' addresses, in the order in which PCs are named")
    String addresses = "";

    @Option(
            names = "--pc",
            required = true,
            paramLabel = "NAME=CARD",
            description = "a PC: its disk's name and its network card's address; may be repeated")
    List<String> pcs = List.of();

    @Option(
            names = "--own-driver",
            paramLabel = "NAME",
            description = "a PC whose firmware's network driver is bad: iPXE brings its own")
    Set<String> ownDrivers = new HashSet<>();

    @Option(
            names = "--router",
            paramLabel = "ADDRESS",
            description = "a way out of the network (default: none)")
    Optional<String> router = Optional.empty();

    @Option(
            names = "--name-server",
            paramLabel = "ADDRESS",
            description = "whom PCs may ask for names (default: nobody); may be repeated")
    List<String> nameServers = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "where PCs ask for their scripts (default: ${DEFAULT-VALUE})")
    int port = BootPlan.PORT;

    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        DiskExports exports = new DiskExports(store.open());
        BootPlan plan = checkedPlan();
        Path folder = STATE.resolve("boot-" + networkInterface);
        if (store.isRehearsal) {
            BootService.rehearse(plan, folder).forEach(System.out::println);
            return 0;
        }
        try (BootService service =
                BootService.start(
                        plan,
                        pc -> exports.find(new DiskName(pc)).map(DiskExports.Note::lease),
                        folder,
                        ask -> System.out.println(ask.line()))) {
            service.serve();
        }
        return 0;
    }

    private BootPlan checkedPlan() {
        try {
            return plan();
        } catch (DiskException e) {
            throw FarmException.input(String.valueOf(e.getMessage()));
        }
    }

    private BootPlan plan() {
        AddressRange range = AddressRange.parse(addresses);
        List<BootPc> listed = new ArrayList<>();
        for (String each : pcs) {
            String[] parts = each.split("=", 2);
            if (parts.length < 2) {
                throw FarmException.input(
                        "\"" + each + "\" is no PC; write it as win7-x86-pc1=52:54:00:77:00:01");
            }
            BootLoader loader =
                    ownDrivers.contains(parts[0])
                            ? BootLoader.OWN_DRIVER
                            : BootLoader.FIRMWARE_DRIVER;
            listed.add(new BootPc(parts[0], new MacAddress(parts[1]), loader));
        }
        return new BootPlan(
                HostInterface.find(networkInterface, range),
                port,
                range,
                listed,
                router.map(DiskServeCommand::address),
                nameServers.stream().map(DiskServeCommand::address).toList());
    }

    private static Inet4Address address(String text) {
        try {
            return Inet4Address.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw FarmException.input("\"" + text + "\" is no address; write it as 172.31.77.1");
        }
    }
}
