package org.tsurutus.sensor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import org.tsurutus.sensor.fact.FileId;
import org.tsurutus.sensor.fact.FileTimes;
import org.tsurutus.sensor.fact.Peer;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.DataWriter;
import org.tsurutus.sensor.trace.Fields;
import org.tsurutus.sensor.trace.RecordWriter;
import org.tsurutus.sensor.trace.TraceRecord;

/// Makes the facts that a guest would ship, one millisecond apart: what the wineserver wrote down,
/// and what the kernel saw. Threads are named by their pipes, files by the names of Windows.
final class Guest {
    /// The thread of the program that [#specimen] starts, and its process.
    static final int SPEC = 20;

    static final int SPEC_PID = 0x94;
    static final String SPEC_IMAGE = "C:\\spec.exe";

    private static final int NOBODY = -1;
    private static final int SECTION_IMAGE = 0x01000000;
    private static final int INHERIT_HANDLES = 4;
    private static final long DISK = 0xfe00;
    private static final long SOCKETS = 0;
    private static final Instant LONG_AGO = Instant.ofEpochSecond(1_000_000_000);

    private final List<RawFact> facts = new ArrayList<>();
    private long millis = 1_000;
    private long content;
    private long lag;

    List<RawFact> facts() {
        return List.copyOf(facts);
    }

    long nanos() {
        return millis * 1_000_000;
    }

    Guest pause(long seconds) {
        millis += seconds * 1_000;
        return this;
    }

    /// What the wineserver writes down from now on happened this much before it is shipped.
    Guest lag(long milliseconds) {
        lag = milliseconds * 1_000_000;
        return this;
    }

    // ---- what the wineserver wrote down ----

    /// Bytes of the trace, whatever they are.
    Guest bytes(byte[] bytes) {
        return fact(
                (sequence, nanos) -> new RawFact.Trace(sequence, nanos, ByteBuffer.wrap(bytes)));
    }

    /// A record of the next millisecond.
    Guest record(LongFunction<TraceRecord> record) {
        millis++;
        byte[] bytes = RecordWriter.bytes(record.apply(nanos() - lag));
        facts.add(new RawFact.Trace(facts.size(), nanos(), ByteBuffer.wrap(bytes)));
        return this;
    }

    /// A request and its successful reply.
    Guest call(int thread, Call call, Fields request, Fields reply) {
        return call(thread, call, request, 0, reply);
    }

    Guest call(int thread, Call call, Fields request, int status, Fields reply) {
        return record(nanos -> RecordWriter.exchange(nanos, thread, call, request, status, reply));
    }

    // ---- processes ----

    static int threadId(int pid) {
        return pid + 4;
    }

    static int unixPid(int pid) {
        return pid + 1_000;
    }

    /// The handle that a parent gets of its child, and of the child's first thread.
    static int processHandle(int pid) {
        return 0x10000 + pid;
    }

    static int threadHandle(int pid) {
        return 0x20000 + pid;
    }

    Guest specimen() {
        return started(SPEC_PID, SPEC, SPEC_IMAGE);
    }

    /// A process that unix started, with its one thread and its image mapped.
    Guest started(int pid, int thread, String image) {
        Opening file = Opening.reading(image, 0xff4);
        return begun(pid, thread)
                .open(thread, file)
                .call(
                        thread,
                        Call.CREATE_MAPPING,
                        Fields.of("flags", SECTION_IMAGE).and("file_handle", file.handle()),
                        Fields.of("handle", 0xff0))
                .call(thread, Call.MAP_VIEW, Fields.of("mapping", 0xff0), Fields.none())
                .close(thread, file)
                .counted(file, 512, 0)
                .closeHandle(thread, 0xff0);
    }

    /// A process's first thread begins.
    Guest begun(int pid, int thread) {
        return call(
                thread,
                Call.INIT_FIRST_THREAD,
                Fields.of("unix_pid", unixPid(pid)),
                Fields.of("pid", pid).and("tid", threadId(pid)).and("session_id", 1));
    }

    /// A child of the thread's process, which runs.
    Guest child(int parent, Child child) {
        return prepared(parent, child).begun(child.pid(), child.thread());
    }

    /// A child of the thread's process whose first thread has not begun.
    Guest prepared(int parent, Child child) {
        return made(parent, child)
                .thread(
                        parent,
                        processHandle(child.pid()),
                        child.thread(),
                        threadId(child.pid()),
                        threadHandle(child.pid()));
    }

    /// A child of the thread's process that has no thread yet.
    Guest made(int parent, Child child) {
        DataWriter data = new DataWriter().attributes(0, 0, "");
        child.chosen().forEach(data::number);
        String image = "\\??\\" + child.image();
        data.startup(0, child.output(), 0, image, child.commandLine()).text("A=1\0");
        Fields request =
                Fields.of("flags", child.inherits() ? INHERIT_HANDLES : 0)
                        .and("handles_size", 4 * child.chosen().size())
                        .data(data);
        Fields reply = Fields.of("pid", child.pid()).and("handle", processHandle(child.pid()));
        return call(parent, Call.NEW_PROCESS, request, reply);
    }

    /// A new thread of the process with this handle, -1 for the thread's own.
    Guest thread(int maker, int process, int pipe, int threadId, int handle) {
        return record(nanos -> new TraceRecord.ThreadPipe(nanos, maker, pipe))
                .call(
                        maker,
                        Call.NEW_THREAD,
                        Fields.of("process", process),
                        Fields.of("tid", threadId).and("handle", handle));
    }

    Guest dies(int thread) {
        return record(nanos -> new TraceRecord.ThreadGone(nanos, NOBODY, thread));
    }

    // ---- files, as the wineserver sees them ----

    Guest open(int thread, Opening file) {
        DataWriter data =
                new DataWriter()
                        .attributes(file.root(), file.attributes(), file.ntPath())
                        .unixName(file.unixName());
        return record(nanos -> opened(nanos, thread, file))
                .call(
                        thread,
                        Call.CREATE_FILE,
                        Fields.of("create", file.disposition()).data(data),
                        Fields.of("handle", file.handle()));
    }

    /// The server opens the file and then gives no handle, for example because others use it.
    Guest refused(int thread, Opening file) {
        return record(nanos -> opened(nanos, thread, file)).serverCloses(thread, file);
    }

    private static TraceRecord.Opened opened(long nanos, int thread, Opening file) {
        return new TraceRecord.Opened(
                nanos,
                thread,
                file.descriptor(),
                file.flags(),
                file.mode(),
                file.made(),
                DISK,
                file.inode());
    }

    /// The last handle is closed, and so is the file.
    Guest close(int thread, Opening file) {
        return serverCloses(thread, file).closeHandle(thread, file.handle());
    }

    Guest closeHandle(int thread, int handle) {
        return call(thread, Call.CLOSE_HANDLE, Fields.of("handle", handle), Fields.none());
    }

    /// The server closes a file for whatever reason; of directories it says nothing.
    Guest serverCloses(int thread, Opening file) {
        return file.isDirectory() ? this : serverCloses(thread, file.descriptor(), file.inode());
    }

    Guest serverCloses(int thread, int descriptor, long inode) {
        return record(nanos -> new TraceRecord.Closed(nanos, thread, descriptor, inode));
    }

    Guest removed(int thread, String path) {
        return record(nanos -> new TraceRecord.Removed(nanos, thread, false, unix(path)));
    }

    Guest removedDirectory(int thread, String path) {
        return record(nanos -> new TraceRecord.Removed(nanos, thread, true, unix(path)));
    }

    Guest renamed(int thread, String from, String to) {
        return record(nanos -> new TraceRecord.Renamed(nanos, thread, unix(from), unix(to)));
    }

    Guest linked(int thread, String from, String to) {
        return record(nanos -> new TraceRecord.Linked(nanos, thread, unix(from), unix(to)));
    }

    /// A whole life: opened, closed after these bytes were written, counted and shipped.
    Guest write(int thread, Opening file, String text) {
        return open(thread, file)
                .close(thread, file)
                .counted(file, 0, text.length())
                .content(file, text);
    }

    /// A whole life: opened, read, closed and counted.
    Guest read(int thread, Opening file, long bytes) {
        return open(thread, file).close(thread, file).counted(file, bytes, 0);
    }

    // ---- what the kernel saw ----

    Guest counted(Opening file, long read, long written) {
        return counted(DISK, file.inode(), read, written);
    }

    Guest countedSocket(long inode, long received, long sent) {
        return counted(SOCKETS, inode, received, sent);
    }

    private Guest counted(long device, long inode, long read, long written) {
        return fact((sequence, nanos) ->
                new RawFact.Counted(sequence, nanos, new FileId(device, inode), read, written));
    }

    Guest content(Opening file, String text) {
        return content(file.path(), file.inode(), text);
    }

    /// A file was closed after writing and held this.
    Guest content(String path, long inode, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        closed(path, inode, bytes.length);
        if (bytes.length > 0) {
            shipped(bytes);
        }
        return ended(bytes.length, RawFact.Ending.COMPLETE);
    }

    /// The beginning of what a closed file held.
    Guest closed(String path, long inode, long size) {
        content++;
        FileTimes times = new FileTimes(LONG_AGO, LONG_AGO, Optional.empty());
        FileId file = new FileId(DISK, inode);
        return fact((sequence, nanos) ->
                new RawFact.Closed(sequence, nanos, content, 230, size, file, times, kernel(path)));
    }

    Guest shipped(byte[] bytes) {
        return fact((sequence, nanos) ->
                new RawFact.Content(sequence, nanos, content, ByteBuffer.wrap(bytes)));
    }

    Guest ended(long shipped, RawFact.Ending ending) {
        return fact((sequence, nanos) ->
                new RawFact.ClosedEnd(sequence, nanos, content, shipped, ending));
    }

    Guest created(String path) {
        return fact((sequence, nanos) -> new RawFact.Created(sequence, nanos, kernel(path)));
    }

    Guest deleted(String path) {
        return fact((sequence, nanos) -> new RawFact.Deleted(sequence, nanos, kernel(path)));
    }

    Guest moved(String from, String to) {
        return fact(
                (sequence, nanos) -> new RawFact.Moved(sequence, nanos, kernel(from), kernel(to)));
    }

    Guest attributes(int pid, String path, OptionalInt dosAttributes) {
        return fact((sequence, nanos) ->
                new RawFact.Attributes(
                        sequence, nanos, unixPid(pid), 0100644, dosAttributes, kernel(path)));
    }

    Guest rawWrite(int pid, long offset, long bytes) {
        return fact((sequence, nanos) ->
                new RawFact.RawWrite(sequence, nanos, unixPid(pid), offset, bytes, "vdc"));
    }

    Guest datagram(int pid, byte[] payload) {
        return fact((sequence, nanos) ->
                new RawFact.Datagram(
                        sequence,
                        nanos,
                        unixPid(pid),
                        peer("10.0.2.3", 53),
                        ByteBuffer.wrap(payload)));
    }

    Guest connected(String own, int ownPort, String remote, int remotePort) {
        return fact((sequence, nanos) ->
                new RawFact.Connected(
                        sequence, nanos, peer(own, ownPort), peer(remote, remotePort)));
    }

    Guest lost(long kind) {
        return fact((sequence, nanos) -> new RawFact.Lost(sequence, nanos, kind));
    }

    Guest note(String text) {
        return fact((sequence, nanos) -> new RawFact.Note(sequence, nanos, text));
    }

    private interface Maker {
        RawFact make(long sequence, long nanos);
    }

    private Guest fact(Maker maker) {
        millis++;
        facts.add(maker.make(facts.size(), nanos()));
        return this;
    }

    /// As the wineserver names a file of drive C; any other name stays.
    private static String unix(String path) {
        return path.startsWith("C:")
                ? "/wine/dosdevices/c:" + path.substring(2).replace('\\', '/')
                : path;
    }

    /// As the kernel names a file of drive C; any other name stays.
    private static String kernel(String path) {
        return path.startsWith("C:\\")
                ? "/wine/drive_c/" + path.substring(3).replace('\\', '/')
                : path;
    }

    private static Peer peer(String address, int port) {
        try {
            return new Peer(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(address + " is no address", e);
        }
    }
}
