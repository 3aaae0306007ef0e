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

    /** What a thread dies of ends the process: a parent would wait for ever for one that goes on without. */
    static void endWithErrors() {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> fail(error));
    }

    static void fail(Throwable error) {
        error.printStackTrace(System.err);
        Runtime.getRuntime().halt(1);
    }

    /** The pipe closes when the parent ends, in whatever way, and nothing is to be left running then. */
    static void endWith() {
        Thread watch = new Thread(
                () -> {
                    awaitEnd(() -> {});
                    Runtime.getRuntime().halt(1);
                },
                "end-with-parent");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Returns when the parent closes the pipe or ends.
     *
     * @param asked is run whenever it asks
     */
    static void awaitEnd(Runnable asked) {
        try {
            while (System.in.read() >= 0) {
                asked.run();
            }
        } catch (IOException broken) {
            // A broken pipe tells the same as a closed one.
        }
    }
}
