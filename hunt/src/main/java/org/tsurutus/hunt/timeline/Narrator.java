package org.tsurutus.hunt.timeline;

import java.util.List;
import java.util.stream.Collectors;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;

/// Says in a few words what a record is about, beyond its kind and its process. The words hold what
/// a specimen wrote, as it is: whoever shows them makes them harmless.
public final class Narrator {
    private Narrator() {}

    /// What happened.
    public static String what(MarkIIRecord record) {
        return switch (Category.of(record)) {
            case PROCESS -> process(record);
            case FILE -> file(record);
            case REGISTRY -> registry(record);
            case NETWORK -> network(record);
            case DISK -> disk(record);
            case SCREEN -> screen(record);
            case OTHER -> rest(record);
        };
    }

    /// The place of a registry value: its key and, behind a colon, its name.
    public static String registryPlace(MarkIIRecord record) {
        return record.value("path", "")
                + record.value("entry").map(name -> " : " + name).orElse("");
    }

    /// What was put into a registry value: text, a number, or the size of what is neither.
    public static String registryData(MarkIIRecord record) {
        return record.value("valStr")
                .or(() -> record.value("valNum"))
                .or(() -> record.value("valSize").map(size -> "(" + size + " bytes)"))
                .orElse("");
    }

    /// The far end of a connection, the name that was looked up, or the port or the address that
    /// the record tells of.
    public static String endpoint(MarkIIRecord record) {
        if (record.kind().equals("net/dnsQuery")) {
            return record.value("dstHost", "");
        }
        String side = record.kind().equals("net/acpt") ? "src" : "dst";
        return record.value(side + "IP")
                .map(ip -> ip + record.value(side + "Port").map(port -> " : " + port).orElse(""))
                .or(() -> record.value("port").map(port -> "port " + port))
                .or(() -> record.value("url"))
                .or(() -> record.value("dstHost"))
                .orElse("");
    }

    private static String process(MarkIIRecord record) {
        return switch (record.kind()) {
            case "ps/stop" -> "ended";
            case "ps/inject" ->
                    (record.value("api", "") + " into ").stripLeading()
                            + record.value("tpsPath", "an unknown process");
            default -> (record.value("psPath", "") + " " + record.value("cmd", "")).strip();
        };
    }

    private static String file(MarkIIRecord record) {
        StringBuilder what = new StringBuilder(record.value("path", ""));
        record.value("dstPath").ifPresent(to -> what.append(" → ").append(to));
        amount(what, record, "read");
        amount(what, record, "write");
        if (record.value("new", "").equals("1")) {
            what.append(", new");
        }
        return what.toString();
    }

    private static void amount(StringBuilder what, MarkIIRecord record, String key) {
        record.value(key)
                .filter(bytes -> !bytes.equals("0"))
                .ifPresent(bytes -> what.append(", ").append(key).append(' ').append(bytes));
    }

    private static String registry(MarkIIRecord record) {
        String data = registryData(record);
        return registryPlace(record) + (data.isEmpty() ? "" : " = " + data);
    }

    private static String network(MarkIIRecord record) {
        return endpoint(record)
                + record.value("recv").map(bytes -> ", received " + bytes).orElse("")
                + record.value("send").map(bytes -> ", sent " + bytes).orElse("");
    }

    private static String disk(MarkIIRecord record) {
        return record.value("path", "disk")
                + " sector "
                + record.value("lba", "?")
                + ", "
                + record.value("sectors", "?")
                + " written";
    }

    private static String screen(MarkIIRecord record) {
        String how = record.value("how", "click");
        return (how.equals("click") ? "clicked " : "worked by " + how + " ")
                + record.value("label")
                        .filter(label -> !label.isEmpty())
                        .map(label -> '"' + label + '"')
                        .orElseGet(() -> "a " + spaced(record.value("control", "control")))
                + " on a "
                + spaced(record.value("panel", "panel"))
                + record.value("typed").map(text -> ", typed \"" + text + '"').orElse("")
                + (record.value("effect", "").equals("none") ? ", without effect" : "");
    }

    private static String spaced(String word) {
        return word.replace('_', ' ');
    }

    /// The fields behind the acting process, which ends the keys that every record has.
    private static String rest(MarkIIRecord record) {
        List<Field> fields = record.fields();
        int header = 0;
        for (int at = 0; at < fields.size(); at++) {
            String key = fields.get(at).key();
            header = key.equals("psPath") || key.equals("sessionID") ? at + 1 : header;
        }
        return fields.stream()
                .skip(header)
                .map(field -> field.key() + "=" + field.value())
                .collect(Collectors.joining(" "));
    }
}
