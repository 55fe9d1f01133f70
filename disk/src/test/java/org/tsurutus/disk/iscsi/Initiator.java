package org.tsurutus.disk.iscsi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tsurutus.disk.HostTool;

/// An iSCSI initiator without a kernel: QEMU's own, in `qemu-io`.
///
/// @param portal address and port
/// @param unit the disk's number within the target
public record Initiator(String portal, String target, int unit, String name, Chap chap) {
    /// The same PC with another secret.
    public Initiator with(Chap other) {
        return new Initiator(portal, target, unit, name, other);
    }

    /// The same secret from another PC.
    public Initiator named(String other) {
        return new Initiator(portal, target, unit, other, chap);
    }

    /// Logs in, does what the commands of `qemu-io` say, and logs out.
    public HostTool.Outcome run(boolean readOnly, String... commands) {
        List<String> words = words(readOnly);
        for (String command : commands) {
            words.add("-c");
            words.add(command);
        }
        return HostTool.of(words.toArray(new String[0])).attempt();
    }

    /// Logs in and stays.
    public Held hold() throws IOException {
        return new Held(new ProcessBuilder(words(false)).redirectErrorStream(true).start());
    }

    private List<String> words(boolean readOnly) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "qemu-io",
                                "--object",
                                "secret,id=secret,data=" + chap.secret(),
                                "--image-opts",
                                "driver=raw,file.driver=iscsi,file.transport=tcp,file.portal="
                                        + portal
                                        + ",file.target="
                                        + target
                                        + ",file.lun="
                                        + unit
                                        + ",file.user="
                                        + chap.user()
                                        + ",file.password-secret=secret,file.initiator-name="
                                        + name
                                        + ",file.timeout=20"));
        if (readOnly) {
            words.add(1, "-r");
        }
        return words;
    }

    /// A session that lasts until it is closed.
    public static final class Held implements AutoCloseable {
        private final Process process;
        private final Writer commands;
        private final BufferedReader answers;

        private Held(Process process) {
            this.process = process;
            this.commands = process.outputWriter(StandardCharsets.UTF_8);
            this.answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
        }

        /// Has `qemu-io` do something and waits for a line that says `sign`.
        public String until(String command, String sign) throws IOException {
            commands.write(command + "\n");
            commands.flush();
            StringBuilder said = new StringBuilder();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                said.append(line).append('\n');
                if (line.contains(sign)) {
                    return said.toString();
                }
            }
            throw new AssertionError("qemu-io ended after " + said);
        }

        @Override
        public void close() throws IOException {
            try {
                commands.write("quit\n");
                commands.close();
                process.waitFor(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                process.destroyForcibly().onExit().join();
            }
        }
    }
}
