package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryChildIT {

    private final Path directory;

    RegistryChildIT(@TempDir Path directory) {
        this.directory = directory;
    }

    /** The parent's end closes the child's input, whatever ended the parent; so does {@code stop}, by the same way. */
    @Test
    void registry_ends_with_its_parent_and_its_successor_waits_for_it() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtocsin.registry.home=" + System.getProperty("tocsin.registry.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphaningParent.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(parent.inputReader().readLine()).isEqualTo("started");
        ProcessHandle orphan = parent.children().findFirst().orElseThrow();

        parent.destroyForcibly();
        RegistryProcess successor = RegistryProcess.start(directory);

        orphan.onExit().get(10, TimeUnit.SECONDS);
        assertThat(Http.get("http://127.0.0.1:" + successor.port() + "/apis/ccompat/v7/subjects")
                        .statusCode())
                .isEqualTo(200);
        successor.stop();
        assertThat(successor.handle().isAlive()).isFalse();
    }

    /** Starts a registry and waits to be killed. */
    static final class OrphaningParent {

        private OrphaningParent() {}

        public static void main(String[] arguments) throws InterruptedException {
            RegistryProcess.start(Path.of(arguments[0]));
            System.out.println("started");
            Thread.currentThread().join();
        }
    }
}
