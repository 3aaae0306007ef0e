package dev.tocsin.loadtest.bench;

import java.io.IOException;

/** The process that started this one, at the other ends of standard input and output. */
final class Parent {
    /** What libraries print on standard output is no answer. */
    static final String MARK = "tocsin-bench ";

    private Parent() {}

    static void tell(String line) {
        System.out.println(MARK + line);
    }

    /** The pipe closes when the parent ends, in whatever way, and nothing is to be left running then. */
    static void endWith() {
        Thread watch = new Thread(
                () -> {
                    awaitEnd();
                    Runtime.getRuntime().halt(1);
                },
                "end-with-parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** Returns when the parent closes the pipe or ends. */
    static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes; only the end means something.
            }
        } catch (IOException broken) {
            // A broken pipe tells the same as a closed one.
        }
    }
}
