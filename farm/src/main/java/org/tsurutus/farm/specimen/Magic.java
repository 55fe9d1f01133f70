package org.tsurutus.farm.specimen;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// How a kind of file that the lab does not start is known by its bytes. The knowledge is the table
/// `magics.tsv`.
///
/// @param offset where the bytes stand
/// @param hex the bytes, lower-case hex
/// @param name what such a file is, with its article
/// @param advice what to do with it instead
record Magic(int offset, String hex, String name, String advice) {
    private static final List<Magic> KNOWN =
            Table.rows("magics.tsv").stream()
                    .map(row ->
                            new Magic(
                                    Integer.parseInt(row.get(0)),
                                    row.get(1),
                                    row.get(2),
                                    row.get(3)))
                    .toList();

    static Optional<Magic> find(byte[] content) {
        return KNOWN.stream().filter(magic -> magic.matches(content)).findFirst();
    }

    private boolean matches(byte[] content) {
        int end = offset + hex.length() / 2;
        return end <= content.length && HexFormat.of().formatHex(content, offset, end).equals(hex);
    }
}
