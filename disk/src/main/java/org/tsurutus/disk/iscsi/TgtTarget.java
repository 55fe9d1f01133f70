package org.tsurutus.disk.iscsi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A target as `tgtadm --op show --mode target` shows it.
///
/// @param number tgt's own for it
/// @param name its iSCSI name
/// @param sessions who is logged in
/// @param units the disks; not unit 0, which is tgt's own
/// @param accounts users that are let in
/// @param initiators names that are let in
record TgtTarget(
        int number,
        String name,
        List<Nexus> sessions,
        List<Integer> units,
        List<String> accounts,
        List<String> initiators) {
    private static final Pattern TARGET = Pattern.compile("Target (\\d+): (\\S+)");
    private static final Pattern NEXUS = Pattern.compile("I_T nexus: (\\d+)");
    private static final Pattern INITIATOR = Pattern.compile("Initiator: (\\S+).*");
    private static final Pattern CONNECTION = Pattern.compile("Connection: (\\d+)");
    private static final Pattern UNIT = Pattern.compile("LUN: (\\d+)");

    /// An initiator that is logged in.
    ///
    /// @param number tgt's own for the session
    record Nexus(int number, String initiator, List<Integer> connections) {}

    static List<TgtTarget> parse(String shown) {
        List<TgtTarget> targets = new ArrayList<>();
        String section = "";
        for (String line : shown.lines().toList()) {
            String word = line.strip();
            Matcher target = TARGET.matcher(word);
            if (target.matches()) {
                targets.add(empty(Integer.parseInt(target.group(1)), target.group(2)));
            } else if (!targets.isEmpty() && word.endsWith(" information:")) {
                section = word;
            } else if (!targets.isEmpty()) {
                targets.getLast().take(section, word);
            }
        }
        return targets;
    }

    private static TgtTarget empty(int number, String name) {
        return new TgtTarget(
                number,
                name,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private void take(String section, String word) {
        switch (section) {
            case "I_T nexus information:" -> takeSession(word);
            case "LUN information:" -> {
                Matcher unit = UNIT.matcher(word);
                if (unit.matches() && !unit.group(1).equals("0")) {
                    units.add(Integer.valueOf(unit.group(1)));
                }
            }
            case "Account information:" -> accounts.add(word);
            case "ACL information:" -> initiators.add(word);
            case String _ -> {}
        }
    }

    private void takeSession(String word) {
        Matcher nexus = NEXUS.matcher(word);
        Matcher initiator = INITIATOR.matcher(word);
        Matcher connection = CONNECTION.matcher(word);
        if (nexus.matches()) {
            sessions.add(new Nexus(Integer.parseInt(nexus.group(1)), "", new ArrayList<>()));
        } else if (initiator.matches() && !sessions.isEmpty()) {
            Nexus last = sessions.removeLast();
            sessions.add(new Nexus(last.number(), initiator.group(1), last.connections()));
        } else if (connection.matches() && !sessions.isEmpty()) {
            sessions.getLast().connections().add(Integer.valueOf(connection.group(1)));
        }
    }
}
