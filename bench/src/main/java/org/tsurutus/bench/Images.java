package org.tsurutus.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The programs and libraries of all terminals, the same in every log. Each is there in several
/// builds, of which a terminal has one.
final class Images {
    private static final int BUILDS = 4;
    private static final long SEED = 81;
    private static final long OLDEST = 1_700_000_000_000L;
    private static final long YEAR = 365L * 86_400_000;
    private static final String SERVICES = "services";
    private static final String DESKTOP = "desktop";
    private static final String LIBRARY = "library";

    private final Map<String, Utf8> signatures = signatures();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, List<Image>> byRole = new LinkedHashMap<>();
    private final List<List<Image>> programs = new ArrayList<>();
    private final List<List<Image>> all = new ArrayList<>();
    private final Ranks programRanks;
    private final Ranks allRanks;

    Images(Map<String, Words> lists) {
        for (List<String> row : Resource.rows("programs.tsv", 9)) {
            List<Image> builds = new ArrayList<>();
            for (int build = 0; build < BUILDS; build++) {
                builds.add(image(row, build, lists));
            }
            all.add(builds);
            byRole.put(row.get(1), builds);
            if (!row.get(1).equals(LIBRARY) && !row.get(1).equals(SERVICES)) {
                programs.add(builds);
            }
        }
        programRanks = Ranks.zipf(programs.size());
        allRanks = Ranks.zipf(all.size());
    }

    /// The program that starts the system's programs.
    Image services(int terminal) {
        return build(role(SERVICES), terminal);
    }

    /// The program that starts a user's programs.
    Image desktop(int terminal) {
        return build(role(DESKTOP), terminal);
    }

    /// A program that is started, as the terminal has it; some are met far more often than others.
    Image program(int terminal, SplittableRandom chance) {
        return build(programs.get(programRanks.draw(chance)), terminal);
    }

    /// A program or a library.
    Image any(int terminal, SplittableRandom chance) {
        return build(all.get(allRanks.draw(chance)), terminal);
    }

    private List<Image> role(String role) {
        List<Image> builds = byRole.get(role);
        if (builds == null) {
            throw new BenchException("programs.tsv lacks a program of the role " + role);
        }
        return builds;
    }

    private static Image build(List<Image> builds, int terminal) {
        return builds.get(terminal % BUILDS);
    }

    private Image image(List<String> row, int build, Map<String, Words> lists) {
        String path = row.get(0);
        boolean narrow = path.contains("SysWOW64") || path.contains("(x86)");
        String version = row.get(7) + (2_000 + 137 * build);
        return new Image(
                Utf8.of(path),
                Utf8.of(narrow ? "x86" : "x64"),
                version(row, version),
                signature(row.get(8)),
                row.get(1).equals("system") || row.get(1).equals(SERVICES),
                Words.in(lists, row.get(2)),
                OLDEST + random.nextLong(YEAR),
                Part.Size.draw(random, 20_000, 8_000_000));
    }

    private Utf8 version(List<String> row, String version) {
        Content content = Content.fresh(random);
        LineBuffer text = new LineBuffer();
        text.put(Utf8.of("sha256="));
        content.sha256(text);
        text.put(Utf8.of(" sha1="));
        content.sha1(text);
        text.put(Utf8.of(" md5="));
        content.md5(text);
        quoted(text, "company", row.get(3));
        quoted(text, "copyright", row.get(4));
        quoted(text, "fileDesc", row.get(5));
        quoted(text, "fileVer", version);
        quoted(text, "product", row.get(6));
        quoted(text, "productVer", version);
        return text.take();
    }

    private static void quoted(LineBuffer text, String key, String value) {
        if (!value.isEmpty()) {
            text.put(Utf8.of(" " + key + "=\"" + value + "\""));
        }
    }

    private Utf8 signature(String signer) {
        Utf8 signature = signatures.get(signer);
        if (signature == null) {
            throw new BenchException("signers.tsv lacks the signer of programs.tsv: " + signer);
        }
        return signature;
    }

    private static Map<String, Utf8> signatures() {
        Map<String, Utf8> signatures = new LinkedHashMap<>();
        signatures.put("none", Utf8.of("sig=None"));
        List<String> keys = List.of("signer", "issuer", "cerSN", "validFrom", "validTo");
        for (List<String> row : Resource.rows("signers.tsv", 1 + keys.size())) {
            LineBuffer text = new LineBuffer();
            text.put(Utf8.of("sig=Valid"));
            for (int key = 0; key < keys.size(); key++) {
                quoted(text, keys.get(key), row.get(1 + key));
            }
            signatures.put(row.getFirst(), text.take());
        }
        return signatures;
    }
}
