package org.tsurutus.network.packet;

/// The checksum of the Internet protocols (RFC 1071).
final class Checksum {
    private Checksum() {}

    /// The checksum of some bytes whose own place for it holds zero; of bytes that hold theirs: 0
    /// if it is right.
    static int of(Octets octets) {
        return complement(octets.sumOfPairs());
    }

    /// The same for bytes that are summed together with who sends them to whom.
    static int of(IpAddress source, IpAddress target, int protocol, Octets segment) {
        return complement(
                source.octets().sumOfPairs()
                        + target.octets().sumOfPairs()
                        + protocol
                        + segment.length()
                        + segment.sumOfPairs());
    }

    private static int complement(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) ~folded & 0xffff;
    }
}
