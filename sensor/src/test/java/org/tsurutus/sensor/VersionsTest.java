package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsurutus.sensor.fact.Closes;
import org.tsurutus.sensor.fact.RawFact;

class VersionsTest {
    private static final long SECOND = 1_000_000_000L;

    private final Versions<String> versions = new Versions<>(10 * SECOND);
    private long inode;

    @Test
    void aCloseMeetsTheFirstContentThatIsNotOlder() {
        versions.content(content(1));
        versions.content(content(3));
        versions.content(content(5));

        assertThat(held(versions.closed(inode, "close", 2))).isEqualTo(3);
    }

    @Test
    void closesThatTheKernelToldOfOnceShareTheirContentWhoeverSpeaksFirst() {
        assertThat(versions.closed(inode(), "first", 1)).isEmpty();
        assertThat(versions.closed(inode, "second", 2)).isEmpty();
        assertThat(versions.closed(inode, "third", 9)).isEmpty();

        assertThat(versions.content(content(4))).containsExactly("first", "second");
        assertThat(held(versions.closed(inode, "late", 3))).isEqualTo(4);
        assertThat(versions.content(content(12))).containsExactly("third");
    }

    @Test
    void whatWaitsTooLongIsGivenUpOnce() {
        versions.closed(inode(), "without content", 1);
        versions.content(content(0));

        assertThat(versions.overdue(5 * SECOND, false)).isEmpty();
        assertThat(versions.overdue(11 * SECOND + 2, false)).containsExactly("without content");
        assertThat(versions.overdue(0, true)).isEmpty();
        assertThat(versions.unclaimed(11 * SECOND, false)).hasSize(1);
        assertThat(versions.unclaimed(0, true)).isEmpty();
        assertThat(versions.content(content(20))).isEmpty();
    }

    @Test
    void aContentThatWasClaimedIsNotReportedAsNobodys() {
        versions.content(content(7));
        versions.closed(inode, "close", 6);

        assertThat(versions.unclaimed(0, true)).isEmpty();
    }

    private long inode() {
        inode = content(0).file().inode();
        return inode;
    }

    private Versions.Content content(long nanos) {
        RawFact.Closed closed = Closes.of(0, nanos, 1, 5, "/wine/drive_c/a.txt");
        inode = closed.file().inode();
        return new Versions.Content(new FileContent(closed, closed.path(), Optional.empty()), true);
    }

    private static long held(Optional<Versions.Content> content) {
        return content.orElseThrow().file().nanos();
    }
}
