package org.tsurutus.disk.iscsi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.HostTool;
import org.tsurutus.disk.mapper.Actions;

/// The iSCSI target `tgtd`, which needs nothing of the kernel and serves files as well as devices.
///
/// It keeps a cache of its own: after a disk changed below it, flush the device or export it anew.
/// A secret is seen by root's fellow processes for as long as `tgtadm` runs.
public final class Tgt implements IscsiExport {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// The number of a disk within its target.
    public static final int LUN = 1;

    private final Path socket;
    private final Actions actions;

    /// @param socket where the daemon listens for orders, named to [TgtDaemon]
    public Tgt(Path socket, Actions actions) {
        this.socket = socket;
        this.actions = actions;
    }

    @Override
    public void export(Lun lun) {
        if (find(lun.target(), false).isPresent()) {
            withdraw(lun.target());
        }
        List<TgtTarget> targets = actions.look(List.of(), this::targets);
        String user = lun.chap().user();
        if (targets.stream().anyMatch(target -> target.accounts().contains(user))) {
            throw new DiskException(
                    "another target lets in the user " + user + "; give every PC one of its own");
        }
        int number = 1 + targets.stream().mapToInt(TgtTarget::number).max().orElse(0);
        String id = Integer.toString(number);
        change("new", "target", "--tid", id, "--targetname", lun.target());
        account(lun, id);
        String unit = Integer.toString(LUN);
        change(
                "new",
                "logicalunit",
                "--tid",
                id,
                "--lun",
                unit,
                "--backing-store",
                lun.disk().toString());
        if (lun.readOnly()) {
            change("update", "logicalunit", "--tid", id, "--lun", unit, "--params", "readonly=1");
        }
        // Last, so that nobody logs in to what is not finished.
        change("bind", "target", "--tid", id, "--initiator-name", lun.initiator());
    }

    /// Accounts are the daemon's, and one may be left of an export that was cut short.
    private void account(Lun lun, String id) {
        String user = lun.chap().user();
        forgetAccount(user);
        tell(
                "tgtadm --op new --mode account --user " + user + " --password (secret)",
                List.of(
                        "--op",
                        "new",
                        "--mode",
                        "account",
                        "--user",
                        user,
                        "--password",
                        lun.chap().secret()));
        change("bind", "account", "--tid", id, "--user", user);
    }

    private void forgetAccount(String user) {
        String accounts = actions.look("", () -> ask("--op", "show", "--mode", "account"));
        if (accounts.lines().map(String::strip).anyMatch(user::equals)) {
            change("delete", "account", "--user", user);
        }
    }

    @Override
    public List<Session> sessions(String target) {
        return find(Lun.checked(target), false).map(TgtTarget::sessions).orElse(List.of()).stream()
                .map(session -> new Session(session.initiator()))
                .toList();
    }

    @Override
    public void cutOff(String target) {
        find(target, true).ifPresent(this::cutOff);
    }

    private void cutOff(TgtTarget target) {
        String id = Integer.toString(target.number());
        // Unbound first, or the PC logs in again at once.
        for (String initiator : target.initiators()) {
            change("unbind", "target", "--tid", id, "--initiator-name", initiator);
        }
        for (TgtTarget.Nexus nexus : target.sessions()) {
            for (int connection : nexus.connections()) {
                change(
                        "delete",
                        "conn",
                        "--tid",
                        id,
                        "--sid",
                        Integer.toString(nexus.number()),
                        "--cid",
                        Integer.toString(connection));
            }
        }
    }

    @Override
    public void withdraw(String name) {
        Optional<TgtTarget> found = find(name, true);
        if (found.isEmpty()) {
            return;
        }
        TgtTarget target = found.get();
        if (!target.sessions().isEmpty()) {
            throw new DiskException(
                    name
                            + " is in use by "
                            + target.sessions().getFirst().initiator()
                            + "; switch that PC off or cut it off first");
        }
        cutOff(target);
        String id = Integer.toString(target.number());
        for (int unit : target.units()) {
            change("delete", "logicalunit", "--tid", id, "--lun", Integer.toString(unit));
        }
        change("delete", "target", "--tid", id);
        target.accounts().forEach(this::forgetAccount);
    }

    @Override
    public int lunNumber() {
        return LUN;
    }

    private Optional<TgtTarget> find(String name, boolean supposed) {
        List<TgtTarget> rehearsed =
                supposed
                        ? List.of(
                                new TgtTarget(
                                        1, name, List.of(), List.of(LUN), List.of(), List.of()))
                        : List.of();
        return actions.look(rehearsed, this::targets).stream()
                .filter(target -> target.name().equals(name))
                .findFirst();
    }

    private List<TgtTarget> targets() {
        return TgtTarget.parse(ask("--op", "show", "--mode", "target"));
    }

    private void change(String operation, String mode, String... rest) {
        List<String> words = new ArrayList<>(List.of("--op", operation, "--mode", mode));
        words.addAll(List.of(rest));
        tell("tgtadm " + String.join(" ", words), words);
    }

    private void tell(String said, List<String> words) {
        actions.perform(
                said,
                () -> {
                    HostTool.Outcome outcome = tool(words).attempt();
                    if (outcome.code() != 0) {
                        throw new DiskException(
                                said
                                        + " ended with code "
                                        + outcome.code()
                                        + ": "
                                        + outcome.complaint());
                    }
                });
    }

    private String ask(String... words) {
        return tool(List.of(words)).run();
    }

    private HostTool tool(List<String> words) {
        List<String> all = new ArrayList<>(List.of("tgtadm", "--lld", "iscsi"));
        all.addAll(words);
        return new HostTool(all, LIMIT, Map.of("TGT_IPC_SOCKET", socket.toString()));
    }
}
