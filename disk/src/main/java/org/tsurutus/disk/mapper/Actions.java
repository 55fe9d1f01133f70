package org.tsurutus.disk.mapper;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// The one door to everything that needs privileges or changes the host. Each act is named in one
/// line, so that a rehearsal can say it instead of doing it.
public sealed interface Actions {
    /// Does `work`, or only names it.
    ///
    /// @param what one line, such as `ioctl DM_DEV_CREATE boot-pc1`; it holds no secret
    /// @param supposed the answer of a rehearsal
    <T> T perform(String what, T supposed, Supplier<T> work);

    /// Looks at the host's state, on which it depends what is to be done. A rehearsal needs no
    /// privileges, so that it supposes an answer.
    <T> T look(T supposed, Supplier<T> look);

    /// Does `work`, or only names it.
    default void perform(String what, Runnable work) {
        perform(
                what,
                true,
                () -> {
                    work.run();
                    return true;
                });
    }

    /// What is asked for is done.
    static Actions real() {
        return new Real();
    }

    /// What is asked for is only said, one line an act.
    static Actions rehearsal(Consumer<String> says) {
        return new Rehearsal(says);
    }

    /// Does everything.
    record Real() implements Actions {
        @Override
        public <T> T perform(String what, T supposed, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T look(T supposed, Supplier<T> look) {
            return look.get();
        }
    }

    /// Does nothing.
    ///
    /// @param says where the lines go
    record Rehearsal(Consumer<String> says) implements Actions {
        @Override
        public <T> T perform(String what, T supposed, Supplier<T> work) {
            says.accept(what);
            return supposed;
        }

        @Override
        public <T> T look(T supposed, Supplier<T> look) {
            return supposed;
        }
    }
}
