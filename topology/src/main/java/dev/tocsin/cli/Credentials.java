package dev.tocsin.cli;

import dev.tocsin.config.TlsFiles;
import dev.tocsin.http.Tls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What a command shows to a running detector, and whom it believes.
 *
 * <p>There is no option for the token itself: whoever lists the processes of the machine sees options.
 */
final class Credentials {
    static final String TOKEN = "TOCSIN_TOKEN";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {"A file that holds the detector's token for you.", "Default: the variable TOCSIN_TOKEN."})
    private @Nullable Path tokenFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM: authorities that vouch for the detector. Default: Java's.")
    private @Nullable Path ca;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "PEM: the certificate to show, with its chain; needs --key.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "PEM, PKCS #8: its private key.")
    private @Nullable Path key;

    boolean isAnyGiven() {
        return tokenFile != null || ca != null || certificate != null || key != null;
    }

    void prepare(HttpClient.Builder client) {
        if ((certificate == null) != (key == null)) {
            throw new UserMistake("--certificate and --key belong together; give both");
        }
        if (ca != null || certificate != null) {
            try {
                client.sslContext(Tls.calling(new TlsFiles(certificate, key, null, null, ca, null)));
            } catch (Tls.UnusableException e) {
                throw new UserMistake(String.valueOf(e.getMessage()));
            }
        }
    }

    void show(HttpRequest.Builder request, Map<String, String> environment) {
        String token = tokenFile == null ? environment.getOrDefault(TOKEN, "").strip() : read(tokenFile);
        if (!token.isEmpty()) {
            try {
                request.header("Authorization", "Bearer " + token);
            } catch (IllegalArgumentException e) { // which quotes it
                throw new UserMistake("the token has characters that no token has; is it the right one?");
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UserMistake("--token-file " + file + ": this is no file of text that can be read");
        }
    }
}
