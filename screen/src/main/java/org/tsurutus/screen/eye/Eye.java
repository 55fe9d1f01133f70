package org.tsurutus.screen.eye;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.eye.Sighting.Pane;
import org.tsurutus.screen.eye.Sighting.Shape;
import org.tsurutus.screen.scene.Control;

/// Finds dialogs, message bars and controls. One object serves any thread; all share the network.
public final class Eye {
    private static final String NETWORK = "eye.onnx";

    /// Whatever goes in has sides of a multiple of this.
    private static final int STEP = 64;

    private static final int CONTROL_CELL = 4;
    private static final int PANEL_CELL = 16;

    /// In the order of the network's planes; `bench/eye/net.py` says the same.
    private static final List<Control.Kind> KINDS =
            List.of(
                    Control.Kind.BUTTON,
                    Control.Kind.LINK,
                    Control.Kind.CHECK_BOX,
                    Control.Kind.RADIO_BUTTON,
                    Control.Kind.TEXT_FIELD);

    /// How sure it must be of each of them. What is seldom seen is seldom sure: whoever reads it
    /// looks whether it is drawn and what is written on it.
    private static final List<Double> SURE = List.of(0.3, 0.2, 0.3, 0.3, 0.12);

    private static final int STATES = 4;
    private static final List<Double> SURE_OF_PANELS = List.of(0.4, 0.4);
    private static final int BAR = 1;

    private final OrtSession session;

    private Eye(OrtSession session) {
        this.session = session;
    }

    /// The trained network.
    ///
    /// @throws ScreenException when it cannot be loaded on this host
    public static Eye standard() {
        return Holder.STANDARD;
    }

    /// Looks at a whole frame.
    ///
    /// @throws ScreenException when the network fails
    public Sighting look(Frame frame) {
        return look(frame, frame.box());
    }

    /// Looks at a part of a frame only. What reaches over its edges may be seen badly.
    ///
    /// @return boxes as places of the frame
    /// @throws ScreenException when the part does not lie in the frame or the network fails
    public Sighting look(Frame frame, Box part) {
        int width = (part.width() + STEP - 1) / STEP * STEP;
        int height = (part.height() + STEP - 1) / STEP * STEP;
        ByteBuffer planes = planes(frame.crop(part), width, height);
        try (OnnxTensor pixels =
                        OnnxTensor.createTensor(
                                OrtEnvironment.getEnvironment(),
                                planes,
                                new long[] {1, 3, height, width},
                                OnnxJavaType.UINT8);
                OrtSession.Result result = session.run(Map.of("pixels", pixels))) {
            List<Thing> controls =
                    cells(result, 0, SURE, STATES, width, height, CONTROL_CELL).things();
            List<Thing> panels =
                    cells(result, 1, SURE_OF_PANELS, 0, width, height, PANEL_CELL).things();
            return new Sighting(
                    panels.stream()
                            .map(thing ->
                                    new Pane(
                                            thing.kind() == BAR,
                                            thing.box(part.x(), part.y(), frame.box()),
                                            thing.sureness()))
                            .toList(),
                    controls.stream()
                            .map(thing -> shape(thing, thing.box(part.x(), part.y(), frame.box())))
                            .toList());
        } catch (OrtException e) {
            throw new ScreenException(
                    "the network that finds dialogs failed on a frame of %d x %d: %s"
                            .formatted(frame.width(), frame.height(), e.getMessage()),
                    e);
        }
    }

    private static Shape shape(Thing thing, Box box) {
        double[] states = thing.states();
        return new Shape(
                KINDS.get(thing.kind()),
                box,
                thing.sureness(),
                states[0] >= 0.5,
                states[1] >= 0.5,
                states[2] >= 0.5,
                states[3] >= 0.5);
    }

    private static Cells cells(
            OrtSession.Result result,
            int output,
            List<Double> sure,
            int states,
            int width,
            int height,
            int size) {
        return new Cells(
                ((OnnxTensor) result.get(output)).getFloatBuffer(),
                sure,
                output == 1,
                states,
                width / size,
                height / size,
                size);
    }

    /// Red, green and blue, each as a plane of bytes; beyond the frame all is black.
    private static ByteBuffer planes(Frame frame, int width, int height) {
        byte[] planes = new byte[3 * width * height];
        int[] rgb = frame.pixels();
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int colour = rgb[y * frame.width() + x];
                int at = y * width + x;
                planes[at] = (byte) (colour >> 16);
                planes[at + width * height] = (byte) (colour >> 8);
                planes[at + 2 * width * height] = (byte) colour;
            }
        }
        ByteBuffer direct = ByteBuffer.allocateDirect(planes.length);
        return direct.put(planes).flip();
    }

    private static final class Holder {
        private static final Eye STANDARD = new Eye(open());

        private static OrtSession open() {
            try (InputStream network = Eye.class.getResourceAsStream(NETWORK);
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                if (network == null) {
                    throw new ScreenException(
                            "the network " + NETWORK + " is missing; build Tsurutus anew");
                }
                // a lab has other work for its cores; frames of many sizes would be kept for ever
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setCPUArenaAllocator(false);
                return OrtEnvironment.getEnvironment()
                        .createSession(network.readAllBytes(), options);
            } catch (IOException | OrtException | LinkageError e) {
                throw new ScreenException("cannot load the network that finds dialogs: " + e, e);
            }
        }
    }
}
