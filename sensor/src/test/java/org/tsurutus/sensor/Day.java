package org.tsurutus.sensor;

import static org.tsurutus.sensor.Guest.SPEC;
import static org.tsurutus.sensor.Guest.SPEC_PID;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.DataWriter;
import org.tsurutus.sensor.trace.Fields;

/// A guest's day on which a little of everything happens.
public final class Day {
    private static final Child CHILD = Child.of(0x11c, 21);

    private Day() {}

    static Guest guest() {
        Guest guest = new Guest().specimen();
        files(guest);
        registry(new GuestRegistry(guest, SPEC));
        network(guest, new GuestSockets(guest, SPEC));
        desktop(new GuestDesktop(guest, SPEC));
        return guest.rawWrite(SPEC_PID, 0, 512).lost(1).dies(21).dies(SPEC);
    }

    /// What the wineserver's recorder wrote down that day.
    public static byte[] trace() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (RawFact fact : guest().facts()) {
            if (fact instanceof RawFact.Trace piece) {
                byte[] bytes = new byte[piece.bytes().remaining()];
                piece.bytes().get(piece.bytes().position(), bytes);
                out.writeBytes(bytes);
            }
        }
        return out.toByteArray();
    }

    private static void files(Guest guest) {
        Opening file = Opening.writing("C:\\New.txt", 0x64).making().inheritable();
        guest.open(SPEC, file)
                .created("C:\\New.txt")
                .child(SPEC, CHILD.inheriting(0x64).withOutput(0x64))
                .call(
                        SPEC,
                        Call.WRITE_PROCESS_MEMORY,
                        Fields.of("handle", Guest.processHandle(CHILD.pid())),
                        Fields.none())
                .close(SPEC, file)
                .counted(file, 0, 5)
                .content(file, "hello")
                .attributes(SPEC_PID, "C:\\New.txt", OptionalInt.of(2))
                .refused(SPEC, Opening.writing("C:\\New.txt", 0x68))
                .open(SPEC, Opening.directory("C:\\dir", 0x60))
                .open(SPEC, Opening.reading("sub", 0x6c).relativeTo(0x60))
                .linked(SPEC, "C:\\New.txt", "C:\\link")
                .renamed(SPEC, "C:\\New.txt", "C:\\b")
                .moved("C:\\New.txt", "C:\\b")
                .removed(21, "C:\\b")
                .deleted("C:\\b")
                .open(SPEC, Opening.disk("PhysicalDrive0", 0x70));
    }

    private static void registry(GuestRegistry registry) {
        byte[] value = "A\n".getBytes(StandardCharsets.UTF_16LE);
        registry.open(0, "\\Registry\\Machine", 0x10)
                .create(0x10, "New", 0x14)
                .set(0x14, 1, "a\nb", value)
                .deleteValue(0x14, "a\nb")
                .rename(0x14, "Newer")
                .delete(0x14);
    }

    private static void network(Guest guest, GuestSockets sockets) {
        sockets.make(0x80, GuestSockets.STREAM)
                .connect(
                        0x80,
                        GuestSockets.at("10.0.2.15", 49_152),
                        GuestSockets.at("10.0.2.2", 80),
                        0)
                .close(0x80)
                .make(0x84, GuestSockets.STREAM)
                .bind(0x84, GuestSockets.at("::", 8_080))
                .listen(0x84, GuestSockets.at("::", 8_080))
                .accept(0x84, 0x88, GuestSockets.at("::1", 8_080), GuestSockets.at("::1", 5_555))
                .make(0x8c, GuestSockets.DATAGRAM)
                .bind(0x8c, GuestSockets.at("0.0.0.0", 53));
        guest.countedSocket(GuestSockets.inode(0x80), 1, 2)
                .connected("10.0.2.15", 49_152, "10.0.2.2", 80)
                .datagram(SPEC_PID, new byte[] {0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 'a', 0});
    }

    private static void desktop(GuestDesktop desktop) {
        desktop.window(0x10042, "title")
                .foreground(0x10042)
                .copy(13, new DataWriter().text("clip\r\nboard"))
                .paste(1, new DataWriter().unixName("clip\nboard"))
                .destroy(0x10042);
    }
}
