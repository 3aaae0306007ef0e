package dev.tocsin.config;

import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads where HTTP is served and who may ask. No fault quotes a secret, nor what stands in the place of one. */
final class HttpReader {
    static final String TOKEN_FILE = "token-file";

    private static final Value<Integer> PORT =
            Value.COUNT.where("a whole number from 0 to 65535", port -> port >= 0 && port <= 65_535);

    private static final Value<String> HOST = Value.TEXT.where(
            "a host name or an address, without port",
            host -> host.matches("[\\w.:%-]+") && !host.matches("[^:]*:\\d*"));

    private static final Value<String> HOST_AND_PORT =
            Value.TEXT.where("host:port", text -> text.matches("([\\w.-]+|\\[[\\w.:%]+]):[1-9]\\d{0,4}"));

    private final Section section;
    private final Path base;

    /** @param base what a relative path is relative to */
    HttpReader(Section section, Path base) {
        this.section = section;
        this.base = base;
    }

    Http read() {
        Http defaults = Http.DEFAULTS;
        Section tls = section.section("tls");
        Http http = new Http(
                section.get("host", HOST, defaults.host()),
                section.get("port", PORT, defaults.port()),
                section.find("advertised", HOST_AND_PORT).orElse(null),
                tokens(),
                tls(tls));
        if (!http.isLoopback() && !http.isGuarded()) {
            section.fault(
                    "host",
                    "whoever reaches " + http.host() + " could read what is remembered of any account; say who may ask"
                            + " with http.tokens, http.token-file or http.tls.client-ca, or listen on 127.0.0.1");
        }
        if (http.advertised() != null && isEverywhere(http.advertised())) {
            section.fault(
                    "advertised",
                    http.advertised()
                            + " can be listened on, but not be reached; give the name or address at which other"
                            + " instances reach this one");
        }
        return http;
    }

    private static boolean isEverywhere(String hostAndPort) {
        String host = hostAndPort.substring(0, hostAndPort.lastIndexOf(':'));
        return Http.isEverywhere(host.replaceAll("[\\[\\]]", ""));
    }

    private AccessTokens tokens() {
        Map<String, String> tokens = new TreeMap<>();
        Section given = section.section("tokens");
        given.properties().forEach((name, token) -> add(tokens, given, name, name, token.strip()));
        path(section, TOKEN_FILE).ifPresent(file -> addAll(tokens, file));
        return new AccessTokens(tokens);
    }

    private void addAll(Map<String, String> tokens, Path file) {
        int number = 0;
        for (String line : lines(section, TOKEN_FILE, file)) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                int colon = text.indexOf(':');
                String where = "line " + number + " of " + file;
                if (colon < 0) {
                    section.fault(TOKEN_FILE, where + ": expected a name, a colon and a token");
                } else {
                    add(
                            tokens,
                            section,
                            TOKEN_FILE,
                            text.substring(0, colon).strip(),
                            text.substring(colon + 1).strip());
                }
            }
        }
    }

    private static void add(Map<String, String> tokens, Section where, String key, String name, String token) {
        if (!AccessTokens.isName(name)) {
            where.fault(key, "a name must have 1 to 64 letters, digits, dots, underscores and hyphens");
        } else if (!AccessTokens.isToken(token)) {
            where.fault(
                    key,
                    "the token of " + name + " must have at least " + AccessTokens.MIN_LENGTH
                            + " letters, digits and ._~+/-, such as openssl rand -hex 32 makes");
        } else if (tokens.containsValue(token)) {
            where.fault(key, "the token of " + name + " is another name's too; nobody could tell who asked");
        } else if (tokens.putIfAbsent(name, token) != null) {
            where.fault(key, "a second token of " + name + "; give each its own name, such as " + name + "-2");
        }
    }

    private @Nullable TlsFiles tls(Section tls) {
        TlsFiles files = new TlsFiles(
                path(tls, "certificate").orElse(null),
                path(tls, "key").orElse(null),
                path(tls, "keystore").orElse(null),
                tls.find("password", Value.TEXT).orElse(null),
                path(tls, "ca").orElse(null),
                path(tls, "client-ca").orElse(null));
        boolean anything = List.of("certificate", "key", "keystore", "password", "ca", "client-ca").stream()
                .anyMatch(tls::has);
        if (!anything) {
            return null;
        }
        if ((files.certificate() == null) != (files.key() == null)) {
            tls.fault("certificate and key belong together; give both, or keystore instead");
        } else if (files.certificate() != null && files.keystore() != null) {
            tls.fault("keystore stands beside certificate and key; keep one");
        } else if (!files.hasCertificate()) {
            tls.fault("give certificate and key, or keystore: without a certificate there is no TLS");
        }
        return files;
    }

    /** A key pasted in the place of its path must not be told back. */
    private Optional<Path> path(Section from, String key) {
        String text = from.find(key, Value.TEXT).orElse("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> path = text.contains("\n") || text.contains("-----")
                ? Optional.empty()
                : FilePath.VALUE.reader().apply(text).map(base::resolve).map(Path::normalize);
        if (path.isEmpty()) {
            from.fault(key, "expected " + FilePath.VALUE.expected() + ", not the content of a file");
        }
        return path;
    }

    private static List<String> lines(Section section, String key, Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            section.fault(key, file + " is no file of UTF-8 text that can be read");
            return List.of();
        }
    }
}
