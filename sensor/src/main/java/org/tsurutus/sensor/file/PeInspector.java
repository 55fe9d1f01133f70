package org.tsurutus.sensor.file;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.tsurutus.windows.PeFile;
import org.tsurutus.windows.PeImage;
import org.tsurutus.windows.PeSource;
import org.tsurutus.windows.signature.Authenticode;
import org.tsurutus.windows.signature.TrustStore;
import org.tsurutus.windows.version.VersionResource;

/// Looks into PE images: what they say of themselves, and whether their signatures hold.
public final class PeInspector {
    private final TrustStore trust;
    private final InstantSource at;

    /// Trusts nobody: no signature is valid.
    public PeInspector() {
        this(TrustStore.empty(), InstantSource.system());
    }

    /// Trusts as told.
    ///
    /// @param trust the roots that signatures are believed by
    /// @param at when certificates must be valid where no trusted timestamp says when; asked anew
    ///   for each image
    public PeInspector(TrustStore trust, InstantSource at) {
        this.trust = trust;
        this.at = at;
    }

    /// What a whole file is as a PE image; empty when it is none.
    ///
    /// @param source all its bytes, still open afterwards
    /// @throws IOException as the source does
    public Optional<PeFacts> inspect(PeSource source) throws IOException {
        Optional<PeFacts> head = inspectHead(source);
        Optional<PeFile> pe = PeFile.of("image", source);
        if (head.isEmpty() || pe.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PeFacts(
                        head.get().architecture(),
                        VersionResource.read(pe.get()),
                        Optional.of(Authenticode.check(pe.get(), trust, at.instant()))));
    }

    /// What can be said of a PE image of which only the beginning is here.
    Optional<PeFacts> inspectHead(PeSource source) throws IOException {
        return PeImage.read(source.bytes(0, PeImage.HEAD))
                .map(image ->
                        new PeFacts(image.architecture(), Optional.empty(), Optional.empty()));
    }
}
