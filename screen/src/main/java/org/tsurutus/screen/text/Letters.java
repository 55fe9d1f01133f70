package org.tsurutus.screen.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// Reads labels of one line with a network that was trained for them; `bench/eye` says how. One
/// object serves any thread.
public final class Letters {
    private static final String NETWORK = "letters.onnx";
    private static final String ALPHABET = "letters.txt";
    private static final int MAX_PIXELS = 1 << 20;

    private final OrtSession session;
    private final Alphabet alphabet;

    private Letters(OrtSession session, Alphabet alphabet) {
        this.session = session;
        this.alphabet = alphabet;
    }

    /// The trained network.
    ///
    /// @throws ScreenException when it cannot be loaded on this host
    public static Letters standard() {
        return Holder.STANDARD;
    }

    /// Looks at a crop that holds one line of text, which needs not be cut close: what stands
    /// around the ink is cut off.
    ///
    /// @throws ScreenException when the crop is larger than a line of text can be, or the network
    ///   fails
    public LineLikelihood look(Frame crop) {
        if (crop.width() * crop.height() > MAX_PIXELS) {
            throw new ScreenException(crop + " is too large for a line of text; crop it first");
        }
        InkLine line = InkLine.of(Grey.of(crop).snug());
        try (OnnxTensor pixels =
                        OnnxTensor.createTensor(
                                OrtEnvironment.getEnvironment(),
                                FloatBuffer.wrap(line.pixels()),
                                new long[] {1, 1, InkLine.HEIGHT, line.width()});
                OrtSession.Result result = session.run(Map.of("pixels", pixels))) {
            return likelihood(((OnnxTensor) result.get(0)).getFloatBuffer());
        } catch (OrtException e) {
            throw new ScreenException(
                    "the network that reads labels failed on " + crop + ": " + e.getMessage(), e);
        }
    }

    /// How far the ink of a line stands out from its ground.
    ///
    /// @return steps of brightness, 24 to 255
    public static int contrast(Frame crop) {
        return Grey.of(crop).ground().contrast();
    }

    private LineLikelihood likelihood(FloatBuffer logarithms) {
        int classes = alphabet.size() + 1;
        double[][] steps = new double[logarithms.remaining() / classes][classes];
        for (double[] step : steps) {
            for (int number = 0; number < classes; number++) {
                step[number] = Math.exp(logarithms.get());
            }
        }
        return new LineLikelihood(alphabet, steps);
    }

    private static final class Holder {
        private static final Letters STANDARD = open();

        private static Letters open() {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                // a lab has other work for its cores; lines of many sizes would be kept for ever
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setCPUArenaAllocator(false);
                OrtSession session =
                        OrtEnvironment.getEnvironment().createSession(bytes(NETWORK), options);
                String letters = new String(bytes(ALPHABET), StandardCharsets.UTF_8);
                return new Letters(session, Alphabet.of(letters.lines().toList()));
            } catch (IOException | OrtException | LinkageError e) {
                throw new ScreenException("cannot load the network that reads labels: " + e, e);
            }
        }

        private static byte[] bytes(String name) throws IOException {
            try (InputStream stream = Letters.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new ScreenException(name + " is missing; build Tsurutus anew");
                }
                return stream.readAllBytes();
            }
        }
    }
}
