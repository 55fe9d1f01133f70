package org.tsurutus.disk.mapper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import org.tsurutus.disk.DiskException;

/// The few calls of Linux that Java has no words for. Each answers as the kernel does: what failed
/// is the negative error number.
final class SystemCalls {
    static final int READ_ONLY = 0;
    static final int READ_WRITE = 2;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int BLOCK_DEVICE = 0x6000;
    private static final int OWNER_ONLY = 0600;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");

    private static final MethodHandle OPEN =
            handle(
                    "open",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
                    KEEP_ERRNO,
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE =
            handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), KEEP_ERRNO);
    private static final MethodHandle IOCTL =
            handle(
                    "ioctl",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    KEEP_ERRNO,
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle MKNOD =
            handle(
                    "mknod",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG),
                    KEEP_ERRNO);

    private SystemCalls() {}

    /// A file descriptor, which programs that are started do not inherit.
    static int open(Path path, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment name = arena.allocateFrom(path.toString());
            return answer((int) OPEN.invokeExact(state, name, mode | CLOSE_ON_EXEC), state);
        } catch (Throwable e) {
            throw broken("open", e);
        }
    }

    static void close(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) CLOSE.invokeExact(arena.allocate(STATE), descriptor);
        } catch (Throwable e) {
            throw broken("close", e);
        }
    }

    static int ioctl(int descriptor, long request, MemorySegment argument) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            return answer((int) IOCTL.invokeExact(state, descriptor, request, argument), state);
        } catch (Throwable e) {
            throw broken("ioctl", e);
        }
    }

    /// Makes a block device node that only its owner may use.
    static int makeBlockNode(Path path, long device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment name = arena.allocateFrom(path.toString());
            int mode = BLOCK_DEVICE | OWNER_ONLY;
            return answer((int) MKNOD.invokeExact(state, name, mode, device), state);
        } catch (Throwable e) {
            throw broken("mknod", e);
        }
    }

    private static int answer(int result, MemorySegment state) {
        return result >= 0 ? result : -(int) ERRNO.get(state, 0L);
    }

    private static MethodHandle handle(
            String name, FunctionDescriptor descriptor, Linker.Option... options) {
        MemorySegment address =
                LINKER.defaultLookup()
                        .find(name)
                        .orElseThrow(() ->
                                new DiskException(
                                        "the C library lacks " + name + "; glibc 2.33 has it"));
        return LINKER.downcallHandle(address, descriptor, options);
    }

    private static RuntimeException broken(String name, Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return new DiskException("cannot call " + name + " of the C library: " + cause, cause);
    }
}
