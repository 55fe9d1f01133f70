package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.StoreBench;

/// A store of thin disks in a VM, made anew.
record ThinBench(StorageVm vm, RemoteStore store) implements StoreBench {
    /// Throws away what the VM's pool holds.
    static ThinBench fresh(StorageVm vm) throws Exception {
        return fresh(vm, "one");
    }

    /// Makes one as [#fresh(StorageVm)] does.
    ///
    /// @param controller whose pool it is; see [Operator#devices]
    static ThinBench fresh(StorageVm vm, String controller) throws Exception {
        vm.ask("pool wipe");
        RemoteStore store = new RemoteStore(vm, controller);
        store.ask("create");
        return new ThinBench(vm, store);
    }

    @Override
    public BlockStore another() {
        return new RemoteStore(vm, "other");
    }

    @Override
    public Path scratchDisk() {
        store.ask("scratch", "/tmp/image.raw");
        return Path.of("/tmp/image.raw");
    }

    @Override
    public void write(Attachment attachment, long at, int value) {
        store.ask("write", attachment.path(), at, value);
    }

    @Override
    public AutoCloseable hold(Attachment attachment) {
        store.ask("hold", attachment.path());
        return () -> store.ask("let-go", attachment.path());
    }

    @Override
    public void assertNothingLeft() throws Exception {
        assertThat(vm.ask("volume names")).containsExactly("thin+pool");
        assertThat(vm.shell("ls /dev/mapper/boot /tmp/store"))
                .containsExactlyInAnyOrder(
                        "/dev/mapper/boot:", "thin+pool", "", "/tmp/store:", "lock", "thin.json");
        vm.ask("pool hold boot-thin+pool");
        assertThat(numbers("thin_dump -m /dev/disk-metadata", "dev_id=."))
                .as("numbers in the pool, and those that are noted")
                .isEqualTo(numbers("cat /tmp/store/thin.json", "\"thin\":"));
        vm.ask("pool let-go boot-thin+pool");
    }

    private Set<String> numbers(String command, String before) throws Exception {
        return new TreeSet<>(
                vm.shell(
                        command + " | grep -o '" + before + "[0-9]*' | grep -o '[0-9]*$' || true"));
    }
}
