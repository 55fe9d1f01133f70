package org.tsurutus.bench;

import java.util.SplittableRandom;

/// A piece of a template; it writes itself into a line.
sealed interface Part {
    void put(LineBuffer line, Scene scene);

    /// Text that never changes.
    record Literal(Utf8 text) implements Part {
        @Override
        public void put(LineBuffer line, Scene scene) {
            line.put(text);
        }
    }

    /// What the scene knows.
    record Known(Slot slot) implements Part {
        @Override
        public void put(LineBuffer line, Scene scene) {
            scene.put(slot, line);
        }
    }

    /// One of a list, each as likely as the other.
    record Any(Words words) implements Part {
        @Override
        public void put(LineBuffer line, Scene scene) {
            words.any(scene.random()).put(line, scene);
        }
    }

    /// One of a list, the first by far the likeliest.
    record Often(Words words) implements Part {
        @Override
        public void put(LineBuffer line, Scene scene) {
            words.often(scene.random()).put(line, scene);
        }
    }

    /// A number from `low` to `high`, each as likely as the other.
    record Even(long low, long high) implements Part {
        @Override
        public void put(LineBuffer line, Scene scene) {
            line.decimal(scene.random().nextLong(low, high + 1));
        }
    }

    /// A number from `low` to about `high`, every order of magnitude as likely as the other.
    record Size(long low, long high) implements Part {
        @Override
        public void put(LineBuffer line, Scene scene) {
            line.decimal(draw(scene.random(), low, high));
        }

        static long draw(SplittableRandom random, long low, long high) {
            int doublings = 64 - Long.numberOfLeadingZeros(high / low);
            long floor = low << random.nextInt(doublings);
            return floor + random.nextLong(floor);
        }
    }

    /// Hexadecimal digits at random.
    record Hex(int digits, boolean upper) implements Part {
        @Override
        public void put(LineBuffer line, Scene scene) {
            long value = scene.random().nextLong();
            if (upper) {
                line.upperHex(value, digits);
            } else {
                line.hex(value, digits);
            }
        }
    }
}
