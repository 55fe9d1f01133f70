package org.tsurutus.network.lan;

import java.nio.ByteBuffer;
import java.util.Optional;

/// A port within this process, for answers of ours and for tests.
public final class LocalPort implements Port, AutoCloseable {
    private final Member member;
    private final FrameReceiver receiver;
    private final Runnable wake;
    private final FrameQueue outgoing = new FrameQueue();
    private final FrameQueue incoming = new FrameQueue();

    LocalPort(Member member, FrameReceiver receiver, Runnable wake) {
        this.member = member;
        this.receiver = receiver;
        this.wake = wake;
        Thread.ofVirtual().name("port of " + member.name).start(this::receive);
    }

    /// Sends a frame, from any thread, without waiting for anybody.
    ///
    /// @param frame its bytes from the target's address on; the port's own from now on
    /// @return whether it was taken: not if the port is closed or the LAN is behind
    public boolean send(byte[] frame) {
        boolean isTaken =
                frame.length <= Wire.LONGEST_FRAME && member.isOpen() && incoming.offer(frame);
        if (isTaken) {
            wake.run();
        } else {
            member.tally.lose(
                    frame.length > Wire.LONGEST_FRAME ? Loss.OVERSIZED : Loss.QUEUE_FULL, 1);
        }
        return isTaken;
    }

    /// Moves what was sent into a buffer, as much as fits.
    ///
    /// @return whether there may be more
    boolean drainInto(ByteBuffer wire) {
        while (wire.remaining() >= Wire.LENGTH + Wire.LONGEST_FRAME) {
            Optional<byte[]> frame = incoming.poll();
            if (frame.isEmpty()) {
                return false;
            }
            wire.putInt(frame.get().length).put(frame.get());
        }
        return true;
    }

    @Override
    public void send(ByteBuffer wire, int start, int end, int frames) {
        for (int at = start; at < end; ) {
            byte[] frame = new byte[wire.getInt(at)];
            wire.get(at + Wire.LENGTH, frame);
            if (outgoing.offer(frame)) {
                member.tally.out(1, frame.length);
            } else {
                member.tally.lose(Loss.QUEUE_FULL, 1);
            }
            at += Wire.LENGTH + frame.length;
        }
    }

    private void receive() {
        try {
            Optional<byte[]> frame = outgoing.take();
            while (frame.isPresent()) {
                receiver.frame(frame.get());
                frame = outgoing.take();
            }
        } catch (InterruptedException _) {
            close("it was interrupted");
        } catch (RuntimeException e) {
            close("its receiver failed: " + e);
        } finally {
            close("its receiver ended");
        }
    }

    @Override
    public Member member() {
        return member;
    }

    /// Takes the port off the LAN.
    @Override
    public void close() {
        close("it left");
    }

    @Override
    public void close(String why) {
        if (member.close(why)) {
            outgoing.close();
            incoming.close();
        }
    }
}
