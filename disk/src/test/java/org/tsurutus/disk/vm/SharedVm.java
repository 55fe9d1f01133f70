package org.tsurutus.disk.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tsurutus.disk.Leftovers;

/// Gives test classes the storage VM that they share, one class at a time: each holds [#LOCK], and
/// wipes first what the one before left in the VM.
final class SharedVm implements ParameterResolver {
    static final String LOCK = "shared storage VM";

    private record Shared(Path folder, StorageVm vm) implements AutoCloseable {
        static Shared start() {
            try {
                Path folder = Files.createTempDirectory("storage");
                return new Shared(folder, StorageVm.start(folder));
            } catch (Exception e) {
                throw new AssertionError("the storage VM does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            vm.close();
            Leftovers.delete(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StorageVm.class;
    }

    @Override
    public StorageVm resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedVm.class))
                .computeIfAbsent(LOCK, _ -> Shared.start(), Shared.class)
                .vm();
    }
}
