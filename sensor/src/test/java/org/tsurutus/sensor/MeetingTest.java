package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private static final long PATIENCE = 100;

    private final Meeting<String, Integer> meeting = new Meeting<>(PATIENCE);

    @Test
    void whoeverComesFirstWaitsForTheOther() {
        assertThat(meeting.first(7, "a", 0)).isEmpty();
        assertThat(meeting.second(8, 8, 0)).isEmpty();
        assertThat(meeting.second(7, 1, 0)).contains("a");
        assertThat(meeting.first(8, "b", 0)).contains(8);
        assertThat(meeting.overdueFirst(0, true)).isEmpty();
        assertThat(meeting.overdueSecond(0, true)).isEmpty();
    }

    @Test
    void thoseOfOneKeyMeetInOrder() {
        meeting.first(7, "a", 0);
        meeting.first(7, "b", 0);
        assertThat(meeting.second(7, 1, 0)).contains("a");
        assertThat(meeting.second(7, 2, 0)).contains("b");
        assertThat(meeting.second(7, 3, 0)).isEmpty();
        assertThat(meeting.second(7, 4, 0)).isEmpty();
        assertThat(meeting.first(7, "c", 0)).contains(3);
    }

    @Test
    void anOlderWordOfTheSecondIsAboutSomethingElse() {
        meeting.second(7, 1, 10);
        meeting.second(7, 2, 20);
        assertThat(meeting.first(7, "a", 15)).contains(2);
        assertThat(meeting.first(7, "b", 15)).isEmpty();
        assertThat(meeting.second(7, 3, 14)).isEmpty();
        assertThat(meeting.second(7, 4, 15)).contains("b");
        assertThat(meeting.overdueSecond(0, true)).containsExactly(1, 3);
        assertThat(meeting.overdueFirst(0, true)).isEmpty();
    }

    @Test
    void nobodyWaitsLongerThanTheirPatience() {
        meeting.first(7, "a", 0);
        meeting.first(8, "b", 1);
        assertThat(meeting.overdueFirst(PATIENCE, false)).isEmpty();
        assertThat(meeting.overdueFirst(PATIENCE + 1, false)).containsExactly("a");
        assertThat(meeting.second(7, 1, PATIENCE)).isEmpty();
        assertThat(meeting.overdueSecond(PATIENCE + 1, false)).isEmpty();
        assertThat(meeting.overdueSecond(3 * PATIENCE, false)).containsExactly(1);
    }

    @Test
    void whoHasMetIsNotOverdueThoughAnotherOfTheKeyIs() {
        meeting.first(7, "a", 0);
        meeting.second(7, 1, 0);
        meeting.first(7, "b", 50);
        assertThat(meeting.overdueFirst(PATIENCE + 20, false)).isEmpty();
        assertThat(meeting.overdueFirst(PATIENCE + 51, false)).containsExactly("b");
    }

    @Test
    void whatIsTooMuchIsGivenUpOldestFirst() {
        for (int i = 0; i < 65_540; i++) {
            meeting.first(i, "w" + i, 0);
        }
        List<String> overdue = meeting.overdueFirst(0, false);
        assertThat(overdue).containsExactly("w0", "w1", "w2", "w3");
    }

    @Test
    void atTheEndAllAreGivenUpInOrder() {
        meeting.first(7, "a", 0);
        meeting.first(8, "b", 0);
        meeting.first(7, "c", 0);
        assertThat(meeting.overdueFirst(0, true)).containsExactly("a", "b", "c");
        assertThat(meeting.overdueFirst(0, true)).isEmpty();
    }
}
