package org.tsurutus.network.lan;

/// Who gets the frames of a port within this process.
@FunctionalInterface
public interface FrameReceiver {
    /// Takes a frame, on the port's own thread. Who takes long loses frames; who throws is cut off.
    ///
    /// @param frame its bytes from the target's address on, the receiver's own
    void frame(byte[] frame);
}
