package org.tsurutus.app;

import java.io.UncheckedIOException;
import org.tsurutus.disk.DiskException;
import org.tsurutus.farm.FarmException;
import org.tsurutus.lake.LakeException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.sensor.SensorException;
import org.tsurutus.windows.WindowsException;
import picocli.CommandLine;

/// Turns what went wrong into one line on standard error and an exit code. Only a mistake of this
/// program itself shows where in the code it happened.
final class Failures implements CommandLine.IExecutionExceptionHandler {
    static final int BAD_INPUT = 3;
    static final int ENVIRONMENT = 4;
    private static final int MISTAKE = 70;

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case StandardOutput.Closed _ -> CommandLine.ExitCode.OK;
            case FarmException farm -> say(message, code(farm));
            case LakeException lake -> say(message, code(lake));
            case MarkIIException _, WindowsException _ -> say(message, BAD_INPUT);
            case DiskException _, ScreenException _, SensorException _, UncheckedIOException _ ->
                    say(message, ENVIRONMENT);
            default -> {
                System.err.println(
                        "tsurutus: this is a mistake in tsurutus itself; please report it with what stands below");
                failure.printStackTrace();
                yield MISTAKE;
            }
        };
    }

    private static int code(FarmException failure) {
        return switch (failure.fault()) {
            case INPUT -> BAD_INPUT;
            case ENVIRONMENT -> ENVIRONMENT;
        };
    }

    private static int code(LakeException failure) {
        return switch (failure.fault()) {
            case INPUT -> BAD_INPUT;
            case ENVIRONMENT -> ENVIRONMENT;
        };
    }

    private static int say(String message, int code) {
        System.err.println("tsurutus: " + message.replace('\n', ' '));
        return code;
    }
}
