package org.tsurutus.sensor.wine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A process of the guest, from its creation; it stays readable after its end.
public final class WineProcess {
    private static final int MAX_ANCESTORS = 256;
    private static final int SYSTEM = 4;

    private final int pid;
    private final String guid;
    private final long startedNanos;
    private final Optional<Parent> parent;
    private final Set<String> ancestors;

    /// The pipes of its threads.
    private final Set<Integer> threads = new HashSet<>();

    private final Map<Integer, Handle> handles = new HashMap<>();
    private List<Optional<HandleTarget>> standardHandles = List.of();
    private String imagePath;
    private final Optional<String> commandLine;
    private final Optional<Logon> logon;
    private int session;
    private long unixPid = -1;
    private boolean announced;
    private boolean ended;

    /// What a process keeps of its parent, which may be long gone.
    ///
    /// @param guid the parent's psGUID
    /// @param imagePath the parent's image, `C:\...`, empty when it was never known
    public record Parent(String guid, String imagePath) {}

    /// A slot of the handle table.
    record Handle(HandleTarget target, boolean inheritable) {}

    WineProcess(
            int pid,
            String guid,
            long startedNanos,
            Optional<WineProcess> creator,
            String imagePath,
            Optional<String> commandLine,
            Optional<Logon> logon) {
        this.pid = pid;
        this.guid = guid;
        this.startedNanos = startedNanos;
        this.parent = creator.map(process -> new Parent(process.guid, process.imagePath));
        this.ancestors = creator.map(WineProcess::lineage).orElse(Set.of());
        this.session = creator.map(process -> process.session).orElse(0);
        this.imagePath = imagePath;
        this.commandLine = commandLine;
        this.logon = logon.or(() -> creator.flatMap(WineProcess::logon));
    }

    /// What Windows itself does: the process `System`, number 4. A guest has none; the server of
    /// its shares and its kernel stand for it.
    ///
    /// @param terminal the Mark II tmid
    public static WineProcess system(String terminal) {
        return new WineProcess(
                SYSTEM,
                PsGuid.of(terminal, SYSTEM, -1, 0),
                0,
                Optional.empty(),
                "System",
                Optional.empty(),
                Optional.empty());
    }

    /// The process id that Windows programs see.
    public int pid() {
        return pid;
    }

    /// The Mark II psGUID.
    public String guid() {
        return guid;
    }

    /// The guest's monotonic clock at the start, in nanoseconds.
    public long startedNanos() {
        return startedNanos;
    }

    /// The creator; empty for a process that was started from unix.
    public Optional<Parent> parent() {
        return parent;
    }

    /// The image as `C:\...`; empty until it is known.
    public String imagePath() {
        return imagePath;
    }

    /// The whole command line; empty for a process that was started from unix.
    public Optional<String> commandLine() {
        return commandLine;
    }

    /// The Windows session number; 0, as for all that services start, where another PC asked for
    /// it.
    public int session() {
        return logon.isPresent() ? 0 : session;
    }

    /// Whom the service host started it for, or one of the processes above it.
    public Optional<Logon> logon() {
        return logon;
    }

    /// Whether it is the process that stands for Windows itself.
    public boolean system() {
        return pid == SYSTEM && parent.isEmpty() && imagePath.equals("System");
    }

    /// The guest kernel's process id, or -1 until the process runs.
    public long unixPid() {
        return unixPid;
    }

    /// Whether its start was told, which waits for the image when unix started it.
    public boolean announced() {
        return announced;
    }

    /// Whether the process has ended.
    public boolean ended() {
        return ended;
    }

    /// The lower-case image paths of all processes above this one, living or dead.
    public Set<String> ancestors() {
        return ancestors;
    }

    Set<Integer> threads() {
        return threads;
    }

    Map<Integer, Handle> handles() {
        return handles;
    }

    Optional<HandleTarget> target(int handle) {
        return Optional.ofNullable(handles.get(handle)).map(Handle::target);
    }

    List<Optional<HandleTarget>> standardHandles() {
        return standardHandles;
    }

    void standardHandles(List<Optional<HandleTarget>> targets) {
        standardHandles = targets;
    }

    void name(String path) {
        imagePath = path;
    }

    void begin(long unixProcess, int sessionNumber) {
        unixPid = unixProcess;
        session = sessionNumber;
    }

    /// Marks the start as told and says whether it was untold before.
    boolean announce() {
        boolean first = !announced;
        announced = true;
        return first;
    }

    void end() {
        ended = true;
    }

    private Set<String> lineage() {
        String path = WindowsPath.fold(imagePath);
        if (path.isEmpty() || ancestors.contains(path) || ancestors.size() >= MAX_ANCESTORS) {
            return ancestors;
        }
        Set<String> all = new HashSet<>(ancestors);
        all.add(path);
        return Set.copyOf(all);
    }
}
