package org.tsurutus.sensor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.sensor.fact.Closes;
import org.tsurutus.sensor.fact.RawFact;

/// Makes the facts that a guest would ship, one millisecond apart.
final class Guest {
    private final List<RawFact> facts = new ArrayList<>();
    private long millis = 1_000;
    private long content;

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

    Guest trace(String... lines) {
        for (String line : lines) {
            bytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    Guest bytes(byte[] bytes) {
        facts.add(new RawFact.Trace(facts.size(), tick(), ByteBuffer.wrap(bytes)));
        return this;
    }

    /// A request and its successful reply.
    Guest call(String thread, String call, String arguments, String reply) {
        trace(thread + ": " + call + "( " + arguments + " )");
        return reply(thread, call, reply);
    }

    Guest reply(String thread, String call, String reply) {
        String values = reply.isEmpty() ? "" : " { " + reply + " }";
        return trace(thread + ": " + call + "() = 0" + values);
    }

    Guest created(String path) {
        facts.add(new RawFact.Created(facts.size(), tick(), path));
        return this;
    }

    Guest deleted(String path) {
        facts.add(new RawFact.Deleted(facts.size(), tick(), path));
        return this;
    }

    Guest moved(String from, String to) {
        facts.add(new RawFact.Moved(facts.size(), tick(), from, to));
        return this;
    }

    Guest note(String text) {
        facts.add(new RawFact.Note(facts.size(), tick(), text));
        return this;
    }

    Guest lost() {
        return lost(1);
    }

    Guest lost(long kind) {
        facts.add(new RawFact.Lost(facts.size(), tick(), kind));
        return this;
    }

    Guest closed(String path, String text) {
        return closed(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Guest closed(String path, byte[] bytes) {
        content++;
        facts.add(Closes.of(facts.size(), tick(), content, bytes.length, path));
        if (bytes.length > 0) {
            facts.add(new RawFact.Content(facts.size(), tick(), content, ByteBuffer.wrap(bytes)));
        }
        facts.add(
                new RawFact.ClosedEnd(
                        facts.size(), tick(), content, bytes.length, RawFact.Ending.COMPLETE));
        return this;
    }

    /// A process that unix started, with its one thread and its image mapped.
    Guest started(String pid, String thread, String image) {
        String handle = "0ff0";
        call(
                thread,
                "init_first_thread",
                "unix_pid=230, unix_tid=230, debug_level=0, reply_fd=7, wait_fd=9",
                "pid=" + pid + ", tid=" + thread + ", session_id=00000001, machines={014c}");
        open(thread, "80100000", 1, "20", image, "0ff4");
        call(
                thread,
                "create_mapping",
                "access=000f000d, flags=01000000, file_access=00000001, size=00000000,"
                        + " file_handle=0ff4, objattr={}",
                "handle=" + handle);
        call(
                thread,
                "map_view",
                "mapping=" + handle + ", access=0000000c, base=00400000, image={}, name=L\"\"",
                "");
        close(thread, "0ff4");
        return close(thread, handle);
    }

    /// Opens `C:\...` below drive C, without any kernel fact.
    Guest open(
            String thread,
            String access,
            int disposition,
            String options,
            String path,
            String handle) {
        openRequest(thread, access, disposition, options, "00000040", path);
        return reply(thread, "create_file", "handle=" + handle);
    }

    Guest openRequest(
            String thread,
            String access,
            int disposition,
            String options,
            String attributes,
            String path) {
        String unix = "/wine/dosdevices/c:" + path.substring(2).replace('\\', '/');
        return trace(
                thread
                        + ": create_file( access="
                        + access
                        + ", sharing=00000007, create="
                        + disposition
                        + ", options="
                        + "0".repeat(8 - options.length())
                        + options
                        + ", attrs=00000000, objattr={rootdir=0000,attributes="
                        + attributes
                        + ",sd={},name=L\"\\\\??\\\\"
                        + path.replace("\\", "\\\\")
                        + "\"}, filename=\""
                        + unix
                        + "\" )");
    }

    Guest close(String thread, String handle) {
        return call(thread, "close_handle", "handle=" + handle, "");
    }

    /// A child of the thread's process, with its first thread running.
    Guest child(String thread, String flags, String standard, String pid, String childThread) {
        String info =
                "info={debug_flags=0,console_flags=0,console=0000,"
                        + standard
                        + ",x=0,curdir=L\"C:\\\\\",imagepath=L\"C:\\\\windows\\\\child.exe\","
                        + "cmdline=L\"child.exe one \\\"two\\\"\",title=L\"\"}";
        call(
                thread,
                "new_process",
                "token=0000, debug=0000, parent_process=0000, flags="
                        + flags
                        + ", socket_fd=11, access=001fffff, machine=0000, handles={}, jobs={}, "
                        + info
                        + ", env=L\"A=1\\0\"",
                "info=0e00, pid=" + pid + ", handle=0e04");
        call(
                thread,
                "new_thread",
                "process=0e04, access=001fffff, flags=00000001, request_fd=-1, objattr={}",
                "tid=" + childThread + ", handle=0e08");
        return call(
                childThread,
                "init_first_thread",
                "unix_pid=300, unix_tid=300, debug_level=0, reply_fd=7, wait_fd=9",
                "pid=" + pid + ", tid=" + childThread + ", session_id=00000001, machines={}");
    }

    private long tick() {
        millis++;
        return nanos();
    }
}
