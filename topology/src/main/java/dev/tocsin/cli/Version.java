package dev.tocsin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Finds the version in what Maven writes into every jar. */
final class Version implements IVersionProvider {
    private static final String PROPERTIES = "/META-INF/maven/dev.tocsin/tocsin-topology/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(PROPERTIES)) {
            if (in != null) {
                properties.load(in);
            }
        }
        return new String[] {"tocsin " + properties.getProperty("version", "(development)")};
    }
}
