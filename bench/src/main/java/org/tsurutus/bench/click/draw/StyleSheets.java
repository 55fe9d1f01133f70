package org.tsurutus.bench.click.draw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tsurutus.bench.BenchException;

/// The style sheets of old Windows, fetched from the npm registry once and checked against the
/// hashes in `packages.tsv`.
final class StyleSheets {
    private static final int MAX_ARCHIVE = 16 << 20;
    private static final long MAX_UNPACKED = 64L << 20;

    private final Path folder;
    private final URI registry;

    /// @param folder keeps the unpacked packages
    /// @param registry where packages are had, for example `https://registry.npmjs.org/`
    StyleSheets(Path folder, URI registry) {
        this.folder = folder;
        this.registry = registry;
    }

    /// The sheet of a package; fetched if it is not there yet.
    ///
    /// @throws BenchException when it cannot be had or is not what it should be
    Path sheet(String name) {
        List<String> row =
                Tables.rows("packages.tsv", 4).stream()
                        .filter(each -> each.getFirst().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new BenchException(
                                        "packages.tsv has no package " + name + "; add it"));
        String unpacked = name + "-" + row.get(1);
        if (!Files.isDirectory(folder.resolve(unpacked))) {
            fetch(name, row.get(1), row.get(2), folder.resolve(unpacked));
        }
        return folder.resolve(unpacked).resolve("package").resolve(row.get(3));
    }

    private void fetch(String name, String version, String integrity, Path target) {
        URI address = registry.resolve(name + "/-/" + name + "-" + version + ".tgz");
        try {
            byte[] archive = download(address);
            if (!integrity.equals(hash(archive))) {
                throw new BenchException(
                        address
                                + " is not the package that packages.tsv names; ask another registry");
            }
            Path part = Files.createTempDirectory(folder, name);
            unpack(archive, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BenchException(
                    "cannot fetch " + address + " (" + e + "); set npm_config_registry", e);
        }
    }

    private static byte[] download(URI address) throws IOException {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(Duration.ofSeconds(20))
                        .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).build();
            try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
                return body.readNBytes(MAX_ARCHIVE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String hash(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(archive);
            return "sha512-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new BenchException("this Java has no SHA-512; use a complete JDK", e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        long left = MAX_UNPACKED;
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!entry.isFile() || !file.startsWith(target)) {
                    continue;
                }
                left -= entry.getSize();
                if (left < 0) {
                    throw new IOException("a package larger than " + MAX_UNPACKED + " bytes");
                }
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
            }
        }
    }
}
