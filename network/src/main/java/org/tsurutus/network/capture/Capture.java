package org.tsurutus.network.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.lan.FrameTap;
import org.tsurutus.network.packet.FiveTuple;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;

/// Writes every frame of a LAN into a file of pcapng, each once, with the time at which it came in.
///
/// The LAN never waits for the disk: what cannot be queued or written is counted. Blocks are
/// appended whole, so that the file can be read at any moment and after any end; what came within
/// the last second before a kill may be missing.
public final class Capture implements FrameTap, AutoCloseable {
    /// Frames are written this long after they came or up to twice as long: what a PC tells of its
    /// processes comes later than the frames do.
    private static final int WAIT_MILLISECONDS = 500;

    private static final int BUFFER = 2 * 1024 * 1024;

    /// The room at the end for what was left out, for each port.
    private static final int STATISTICS = 512 * 8;

    private final FileChannel file;
    private final long mostBytes;
    private final LongSupplier clock;
    private final ProcessNames processes;
    private final FramePages pages = new FramePages();
    private final List<Interface> ports = new CopyOnWriteArrayList<>();
    private final Blocks blocks = new Blocks(BUFFER);
    private final AtomicLong written = new AtomicLong();
    private final Thread thread;
    private int described;
    private volatile @Nullable String failure;

    private Capture(FileChannel file, long mostBytes, LongSupplier clock, ProcessNames processes) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.processes = processes;
        this.thread = Thread.ofPlatform().daemon().name("capture").unstarted(this::write);
    }

    /// Begins a file.
    ///
    /// @param path the file, which must not exist
    /// @param mostBytes how long it may become
    /// @param clock nanoseconds since 1970
    /// @param processes who sends what
    /// @throws NetworkException when it cannot be written
    public static Capture begin(
            Path path, long mostBytes, LongSupplier clock, ProcessNames processes) {
        try {
            FileChannel file =
                    FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Capture capture = new Capture(file, mostBytes, clock, processes);
            capture.blocks.section("Tsurutus' own switch", "Tsurutus");
            capture.flush();
            capture.thread.start();
            return capture;
        } catch (IOException e) {
            throw new NetworkException("cannot begin the capture " + path + ": " + e, e);
        }
    }

    @Override
    public void opened(int port, String name, MacAddress mac) {
        ports.add(new Interface(name, mac));
    }

    @Override
    public void frame(int port, ByteBuffer wire, int at, int length) {
        if (!pages.put(port, clock.getAsLong(), wire, at, length)) {
            ports.get(port).byQueue().increment();
        }
    }

    /// What is in the file so far.
    public CaptureCounts counts() {
        return new CaptureCounts(
                ports.stream().mapToLong(port -> port.frames().sum()).sum(),
                written.get(),
                ports.stream().mapToLong(port -> port.byQueue().sum()).sum(),
                ports.stream().mapToLong(port -> port.byLimit().sum()).sum(),
                ports.stream().mapToLong(port -> port.byFailure().sum()).sum(),
                Optional.ofNullable(failure));
    }

    private void write() {
        try {
            boolean isLast = false;
            while (!isLast) {
                isLast = pages.isClosed();
                Optional<ByteBuffer> page = pages.take(WAIT_MILLISECONDS);
                if (page.isPresent()) {
                    isLast = false;
                    describePorts();
                    FramePages.read(page.get(), this::keep);
                    pages.giveBack(page.get());
                    flush();
                }
            }
            describePorts();
            for (int port = 0; port < described; port++) {
                blocks.statistics(port, ports.get(port), clock.getAsLong());
                flush();
            }
        } catch (InterruptedException _) {
            failure = "the writer was interrupted";
        }
    }

    private void describePorts() {
        for (; described < ports.size(); described++) {
            blocks.port(ports.get(described));
            flush();
        }
    }

    private void keep(int number, long nanoseconds, ByteBuffer frame) {
        Interface port = ports.get(number);
        String comment = comment(port.name(), frame.duplicate());
        int room = Blocks.room(frame.remaining(), comment);
        if (blocks.buffer().remaining() < room) {
            flush();
        }
        long end = written.get() + blocks.buffer().position() + room;
        if (failure != null) {
            port.byFailure().increment();
        } else if (end + (long) STATISTICS * ports.size() > mostBytes) {
            port.byLimit().increment();
        } else {
            blocks.packet(number, nanoseconds, frame, comment);
            port.frames().increment();
        }
    }

    private String comment(String pc, ByteBuffer frame) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        try {
            return FiveTuple.of(Octets.of(bytes))
                    .flatMap(tuple -> processes.sender(pc, tuple))
                    .map(process -> pc + ": " + process)
                    .orElse(pc);
        } catch (RuntimeException e) {
            return pc + " (asking for its process failed: " + e + ")";
        }
    }

    private void flush() {
        ByteBuffer buffer = blocks.buffer().flip();
        try {
            while (failure == null && buffer.hasRemaining()) {
                written.addAndGet(file.write(buffer));
            }
        } catch (IOException e) {
            failure = "writing failed: " + e.getMessage();
        }
        buffer.clear();
    }

    /// Writes what is queued and what was left out. The LAN should be closed by then; what it still
    /// says is counted, not written.
    @Override
    public void close() {
        pages.close();
        try {
            thread.join();
            file.close();
        } catch (IOException e) {
            failure = "closing failed: " + e.getMessage();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
