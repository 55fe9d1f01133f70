package org.tsurutus.network.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tsurutus.network.lan.Office.frame;
import static org.tsurutus.network.lan.Office.mac;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;

class LanTest {
    @TempDir Path folder;

    @Test
    void aFrameToAKnownPcGoesToItAlone() throws Exception {
        try (Office office = new Office(folder, 3)) {
            Octets frame = frame(mac(0), mac(1), "for one");
            office.pc(0).send(frame);

            assertThat(office.pc(1).next()).isEqualTo(frame);
            assertThat(office.pc(2).hearsNothing()).isTrue();
            assertThat(office.pc(0).hearsNothing()).isTrue();
        }
    }

    @Test
    void aFrameToEverybodyOrToNobodyKnownGoesToAllOthers() throws Exception {
        try (Office office = new Office(folder, 3)) {
            Octets everybody = frame(mac(0), MacAddress.BROADCAST, "all");
            Octets group = frame(mac(0), MacAddress.parse("33:33:00:00:00:01"), "group");
            Octets stranger = frame(mac(0), mac(99), "stranger");
            for (Octets frame : new Octets[] {everybody, group, stranger}) {
                office.pc(0).send(frame);

                assertThat(office.pc(1).next()).isEqualTo(frame);
                assertThat(office.pc(2).next()).isEqualTo(frame);
            }
            assertThat(office.pc(0).hearsNothing()).isTrue();
        }
    }

    @Test
    void manyFramesArriveInOrderHoweverTheyWereWritten() throws Exception {
        try (Office office = new Office(folder, 2)) {
            ByteBuffer many = ByteBuffer.allocate(4 << 20);
            for (int i = 0; i < 500; i++) {
                Octets frame = frame(mac(0), mac(1), new byte[i * 7]);
                many.putInt(frame.length());
                frame.putInto(many);
            }
            many.flip();
            int end = many.limit();
            for (int at = 0; at < end; at += 997) {
                office.pc(0).write(many.limit(Math.min(end, at + 997)).position(at));
            }
            for (int i = 0; i < 500; i++) {
                assertThat(office.pc(1).next().length()).isEqualTo(14 + i * 7);
            }
        }
    }

    @Test
    void theLongestFrameGoesThroughByteByByte() throws Exception {
        try (Office office = new Office(folder, 2)) {
            Octets frame = frame(mac(0), mac(1), new byte[Wire.LONGEST_FRAME - 14]);
            ByteBuffer bytes = ByteBuffer.allocate(4 + frame.length()).putInt(frame.length());
            frame.putInto(bytes);
            for (int i = 0; i < 100; i++) {
                office.pc(0).write(bytes.limit(i + 1).position(i));
            }
            office.pc(0).write(bytes.limit(bytes.capacity()).position(100));

            assertThat(office.pc(1).next()).isEqualTo(frame);
        }
    }

    @Test
    void nothingCrossesToAnotherLan() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (Office office = new Office(folder, 2);
                Office neighbour = new Office(other, 2)) {
            office.pc(0).send(frame(mac(0), MacAddress.BROADCAST, "all"));
            office.pc(0).send(frame(mac(0), mac(7), "stranger"));
            office.pc(1).next();
            office.pc(1).next();

            assertThat(neighbour.pc(0).hearsNothing()).isTrue();
            assertThat(neighbour.pc(1).hearsNothing()).isTrue();
            assertThat(neighbour.lan.counts().port("pc0").framesOut()).isZero();
        }
    }

    @Test
    void aPortOfOursHearsAndAnswers() throws Exception {
        BlockingQueue<Octets> heard = new LinkedBlockingQueue<>();
        try (Office office = new Office(folder, 1);
                LocalPort ours =
                        office.lan.join("dns", mac(53), frame -> heard.add(Octets.of(frame)))) {
            Octets question = frame(mac(0), MacAddress.BROADCAST, "who?");
            office.pc(0).send(question);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(question);

            Octets answer = frame(mac(53), mac(0), "we");
            assertThat(ours.send(answer.toArray())).isTrue();
            assertThat(office.pc(0).next()).isEqualTo(answer);
            assertThat(office.lan.counts().port("dns").framesIn()).isEqualTo(1);
        }
    }

    @Test
    void aSocketIsForOneConnectionOnly() throws Exception {
        try (Office office = new Office(folder, 0)) {
            Path socket = office.listen(5);
            try (PcEnd end = PcEnd.connect(socket)) {
                end.send(frame(mac(5), mac(5), "here"));
                office.await(5, counts -> counts.framesIn() == 1);

                assertThat(socket).doesNotExist();
            }
            office.await(5, counts -> counts.closed().isPresent());
            assertThat(office.lan.counts().port("pc5").closed()).contains("the PC hung up");
        }
    }

    @Test
    void aPcHasOnePortAtATime() throws Exception {
        try (Office office = new Office(folder, 1)) {
            assertThatExceptionOfType(NetworkException.class)
                    .isThrownBy(() -> office.lan.listen("pc0", mac(0), folder.resolve("again")))
                    .withMessageContaining("pc0 has a port on the LAN office already");

            office.lan.cut("pc0");
            office.pc(0).awaitCut();
            office.lan.listen("pc0", mac(0), folder.resolve("again"));

            assertThat(office.lan.counts().ports()).hasSize(2);
        }
    }

    @Test
    void aPathThatIsTakenIsSaid() throws Exception {
        Path taken = Files.createFile(folder.resolve("taken"));
        try (Office office = new Office(folder, 0)) {
            assertThatExceptionOfType(NetworkException.class)
                    .isThrownBy(() -> office.lan.listen("pc", mac(1), taken))
                    .withMessageContaining(taken.toString());
            assertThat(taken).exists();
        }
    }
}
