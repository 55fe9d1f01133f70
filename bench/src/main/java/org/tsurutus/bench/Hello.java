package org.tsurutus.bench;

/// The least that a Java program can do; starting up is measured against it.
public final class Hello {
    private Hello() {}

    /// Says hello.
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
