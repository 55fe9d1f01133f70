package org.tsurutus.farm.machine;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Extent;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Screen;

/// A leased PC. Nothing in this contract says whether it is virtual; a physical PC keeps it with a
/// power switch, a capture card, a keyboard emulator and a LUN.
///
/// The order is: [#insert], [#powerOn], [#plug], use, [#powerOff], [#scratch], [#rollBack],
/// [#close]. Every `powerOn` starts from rolled-back disks.
public interface Machine extends AutoCloseable {

    /// Hands in a file that the guest finds on its specimen disk; before power on.
    void insert(Path archive);

    /// Switches the PC on, from a saved state of its running guest where it has one.
    ///
    /// @return how it started
    Start powerOn();

    /// Puts a network card into a PC that is on; its cable leads to a port of a LAN.
    ///
    /// @param socket where the LAN listens for this PC; its name is gone when this returns
    /// @param mac the card's hardware address, lower case with colons
    /// @throws org.tsurutus.farm.FarmException when no LAN listens there or the PC has a card
    void plug(Path socket, String mac);

    /// Whether the PC is on; false as soon as it has stopped by itself.
    boolean isOn();

    /// Cuts the power. The disks keep what was written to them.
    void powerOff();

    /// What the PC shows.
    Screen screen();

    /// The PC's keyboard and pointer.
    Input input();

    /// What a reader should know of how screen and input are had; empty where all is as usual.
    Optional<String> remark();

    /// What the guest's collector ships, framed as the sensor reads it; ends when the PC is off.
    /// Facts from before a saved state come first.
    InputStream facts();

    /// Sends one line to the guest's init.
    void tell(String line);

    /// The disk that a specimen sees as `\\.\PhysicalDrive0`, before and after; when the PC is off.
    ScratchDisk scratch();

    /// Keeps that disk as it is at this moment, while the PC is on. What the guest has not sent to
    /// its disk yet is not in it.
    ///
    /// @param moment its name, another one each time: `a-z`, `0-9` and `-`
    /// @return the disk as every run finds it, and as it is kept
    ScratchDisk checkpoint(String moment);

    /// Rolls the disks back and reads back whether they are what they were; when the PC is off.
    ///
    /// @return what is wrong with them, in words; empty if nothing is
    String rollBack();

    /// Switches off, rolls back and gives the PC back.
    @Override
    void close();

    /// How a PC came up.
    ///
    /// @param why why not from a saved state
    record Start(StartKind kind, Optional<String> why) {}

    /// From where a PC came up.
    enum StartKind {
        /// From a saved state.
        WARM,
        /// By booting.
        COLD
    }

    /// The scratch disk's two states.
    interface ScratchDisk {
        /// The disk as every run finds it; to be closed.
        Blocks before();

        /// The disk as this run left it, or as it was then; to be closed.
        Blocks after();

        /// Where this run wrote so far, in the order of the disk.
        List<Extent> written();
    }
}
