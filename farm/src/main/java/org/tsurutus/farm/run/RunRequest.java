package org.tsurutus.farm.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.farm.specimen.SpecimenFile;
import org.tsurutus.windows.signature.TrustStore;

/// What a user asks for.
///
/// @param specimen what to run
/// @param arguments what follows it on its command line, or for a library its export and the rest
/// @param timing how long the specimen may act
/// @param profile the kind of guest
/// @param runs the folder that takes the run's directory
/// @param trust whom signatures of files are believed by
/// @param clickSeed what CrazyClicker's chance begins with, 0 to [#LARGEST_SEED]; drawn where none
///   is given
/// @param scenario who is there, and what they can reach
/// @param checkpointEvery how often the disk is looked at while the specimen acts; only at the end
///   where none is given
public record RunRequest(
        SpecimenFile specimen,
        String arguments,
        Timing timing,
        GuestProfile profile,
        Path runs,
        TrustStore trust,
        Optional<Long> clickSeed,
        Scenario scenario,
        Optional<Duration> checkpointEvery) {
    /// Checkpoints nearer to each other than this would hold the guest up.
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

    /// Numbers up to here are the same for every reader of JSON.
    public static final long LARGEST_SEED = (1L << 53) - 1;

    /// A request.
    ///
    /// @throws FarmException when the seed or the time between checkpoints lies outside its bounds
    public RunRequest {
        if (clickSeed.filter(seed -> seed < 0 || seed > LARGEST_SEED).isPresent()) {
            throw FarmException.input(
                    "%d is no seed; give a number from 0 to %d"
                            .formatted(clickSeed.get(), LARGEST_SEED));
        }
        if (checkpointEvery.filter(time -> time.compareTo(SHORTEST_PAUSE) < 0).isPresent()) {
            throw FarmException.input(
                    "checkpoints every %d s would hold the PC up; give %d s or more"
                            .formatted(
                                    checkpointEvery.get().toSeconds(), SHORTEST_PAUSE.toSeconds()));
        }
    }

    /// The same where others are there.
    public RunRequest with(Scenario others) {
        return new RunRequest(
                specimen,
                arguments,
                timing,
                profile,
                runs,
                trust,
                clickSeed,
                others,
                checkpointEvery);
    }

    /// The same with looks at the disk.
    public RunRequest withCheckpoints(Duration every) {
        return new RunRequest(
                specimen,
                arguments,
                timing,
                profile,
                runs,
                trust,
                clickSeed,
                scenario,
                Optional.of(every));
    }

    /// The kind of guest that a specimen needs: the classic 32-bit PC unless it is a 64-bit
    /// program.
    public static GuestProfile profileFor(SpecimenFile specimen) {
        return specimen.architecture().filter("x64"::equals).isPresent()
                ? GuestProfile.WINE64
                : GuestProfile.WINE32;
    }
}
