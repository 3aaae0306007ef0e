package dev.tocsin.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** Puts together the command line of the registry's JVM. */
final class RegistryCommand {

    static final String HOME_PROPERTY = "tocsin.registry.home";

    private RegistryCommand() {}

    /**
     * Puts data and log into {@code directory}.
     *
     * @param home where the registry is unpacked
     * @throws SandboxException when it is not
     */
    static ProcessBuilder in(Path directory, @Nullable String home) {
        Path runner = runner(home);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Starts faster and stays smaller; nothing here runs long enough for the second compiler to pay.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + directory,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        builder.command().addAll(settings(directory));
        builder.command()
                .addAll(List.of(
                        "-cp",
                        runner + File.pathSeparator + ownClasses(),
                        RegistryChild.class.getName(),
                        directory.resolve("registry.lock").toString(),
                        mainClass(runner)));
        // Settings of some other Quarkus application must not reach this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("APICURIO_"));
        return builder.directory(directory.toFile());
    }

    private static List<String> settings(Path directory) {
        return List.of(
                "-Dquarkus.http.host=127.0.0.1",
                // The registry takes any free port and logs which: see RegistryProcess.
                "-Dquarkus.http.port=0",
                "-Dquarkus.log.category.\"io.quarkus\".level=INFO",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.banner.enabled=false",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve("registry"),
                // The default opens 20 connections before the first request.
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=10");
    }

    private static Path runner(@Nullable String home) {
        if (home == null) {
            throw new SandboxException("Where the schema registry is unpacked is not known: set the system property "
                    + HOME_PROPERTY + " to deploy/sandbox/target/registry in the checkout.");
        }
        try (DirectoryStream<Path> runners = Files.newDirectoryStream(Path.of(home), "*-runner.jar")) {
            Iterator<Path> found = runners.iterator();
            if (found.hasNext()) {
                return found.next().toAbsolutePath();
            }
        } catch (IOException missing) {
            throw notUnpacked(home, missing);
        }
        throw notUnpacked(home, null);
    }

    private static SandboxException notUnpacked(String home, @Nullable Throwable cause) {
        return new SandboxException(
                "The schema registry is not unpacked in " + home + ": build it with mvn -pl deploy/sandbox package.",
                cause);
    }

    private static String mainClass(Path runner) {
        try (JarFile jar = new JarFile(runner.toFile())) {
            return jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new SandboxException("The schema registry cannot be read from " + runner + ": " + e, e);
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(RegistryChild.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
