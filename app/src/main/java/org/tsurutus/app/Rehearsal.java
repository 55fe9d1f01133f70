package org.tsurutus.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;

/// Runs verbs of one family on a made-up log, so that Java can keep what it learned for the next
/// starts. The launcher calls it after a build; see `-XX:AOTCacheOutput`. A family has a cache of
/// its own because whatever a cache holds is made ready at each start, needed or not.
final class Rehearsal {
    private static final int RECORDS = 40_000;
    private static final String HASH = "0123456789abcdef";

    private Rehearsal() {}

    /// Rehearses the family that is the first argument, in the folder that is the second.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Path log = folder.resolve("rehearsal.log");
        write(log);
        PrintStream out = System.out;
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        String made = folder.resolve("made").toString();
        for (List<String> command : commands(arguments[0], log.toString(), made)) {
            String[] words = command.toArray(String[]::new);
            int code = Main.commandLine(words).execute(words);
            if (code != 0) {
                System.setOut(out);
                throw new IllegalStateException(
                        "the rehearsal of " + command + " ended with " + code);
            }
        }
    }

    private static List<List<String>> commands(String family, String log, String made) {
        String count = "SELECT psPath, count(*) FROM log GROUP BY ALL ORDER BY 2 DESC LIMIT 10";
        String parquet = made + ".parquet";
        return switch (family) {
            case "log" ->
                    List.of(
                            List.of("log", "stats", log),
                            List.of("log", "cat", "--where", "evt=ps and cmd~b", log),
                            List.of("log", "sort", "-o", made, log));
            case "sql" ->
                    List.of(
                            List.of("log", "convert", "--to", "jsonl", "-o", made, log),
                            List.of("log", "convert", "--to", "parquet", "-o", parquet, log),
                            List.of("sql", count, log),
                            List.of("sql", count, parquet));
            case "hunt" -> List.of(List.of("tree", log), List.of("timeline", log));
            default -> throw new IllegalArgumentException("there is no family " + family);
        };
    }

    private static void write(Path log) throws IOException {
        try (MarkIIWriter writer = new MarkIIWriter(Files.newOutputStream(log))) {
            OffsetDateTime start = OffsetDateTime.parse("2026-01-01T09:00:00+09:00");
            for (int number = 0; number < RECORDS; number++) {
                writer.write(record(start.plusNanos(number * 37_000_000L), number));
            }
        }
    }

    private static MarkIIRecord record(OffsetDateTime time, int number) {
        int process = number / 20;
        MarkIIRecord.Builder record =
                MarkIIRecord.at(time)
                        .put("loc", "ja-JP")
                        .put("type", "ITM2")
                        .put("sn", number)
                        .put("lv", 5);
        boolean start = number % 20 == 0;
        record.put("evt", start ? "ps" : number % 3 == 0 ? "reg" : "file")
                .put("subEvt", start ? "start" : number % 3 == 0 ? "setVal" : "close")
                .put("os", "Win")
                .put("com", "PC" + number % 3)
                .put("domain", "WORKGROUP")
                .put("profile", "rehearsal")
                .put("tmid", "5b0c0000-0000-4000-8000-00000000000" + number % 3)
                .put("csid", "S-1-5-21-1-2-3")
                .put("ip", "10.0.2.15,fe80::1")
                .put("mac", "52:54:00:12:34:56")
                .put("sessionID", 1)
                .put("psGUID", guid(process))
                .put("psPath", "C:\\Program Files\\rehearsal\\" + process % 50 + ".exe");
        if (start) {
            record.put("cmd", "/c \"a b\" ©" + number)
                    .put("psID", process)
                    .put("parentGUID", guid(process / 2))
                    .put("parentPath", "C:\\Windows\\explorer.exe");
        } else if (number % 3 == 0) {
            record.put("path", "HKEY_LOCAL_MACHINE\\SOFTWARE\\x")
                    .put("entry", "日本語")
                    .put("valStr", "value " + number);
        } else {
            record.put("path", "C:\\users\\a\\" + number + ".txt")
                    .put("read", 0)
                    .put("write", number)
                    .put("sha256", HASH.repeat(4))
                    .put("sha1", (HASH + HASH + HASH).substring(0, 40))
                    .put("md5", HASH + HASH)
                    .put("crTime", "01/01/2026 09:00:00.000")
                    .put("size", number);
        }
        return record.build();
    }

    private static String guid(int number) {
        return "{%08X-0000-4000-8000-000000000000}".formatted(number);
    }
}
