package dev.tocsin.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Speaks the few requests of Confluent's REST API that we use, over real sockets, and misbehaves when told to. */
final class FakeRegistry implements AutoCloseable {
    static final String NO_SUCH_ID = "{\"error_code\":40403,\"message\":\"Schema not found\"}";
    private static final Pattern BY_ID = Pattern.compile("/schemas/ids/(\\d+)");
    private static final Pattern VERSION = Pattern.compile("/subjects/([^/]+)/versions/(\\d+)");
    private static final Pattern VERSIONS = Pattern.compile("/subjects/([^/]+)/versions");
    private static final Pattern SUBJECT = Pattern.compile("/subjects/([^/]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MemoryRegistry schemas = new MemoryRegistry();
    private final Set<String> texts = ConcurrentHashMap.newKeySet();
    private final Map<String, String> fixed = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile @Nullable Behaviour misbehaviour;

    private FakeRegistry(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static FakeRegistry start() {
        try {
            return new FakeRegistry(HttpServer.create(anyPort(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FakeRegistry startTls(SSLContext context) {
        try {
            HttpsServer server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return new FakeRegistry(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> authorizations() {
        return authorizations;
    }

    List<String> paths() {
        return paths;
    }

    /** Answers this path so, with status 200. */
    void fix(String path, String body) {
        fixed.put(path, body);
    }

    void answerAll(int status, String body) {
        misbehaviour = exchange -> answer(exchange, status, body);
    }

    void closeConnections() {
        misbehaviour = HttpExchange::close;
    }

    void hang() {
        misbehaviour = exchange -> {
            await();
            exchange.close();
        };
    }

    void behave() {
        misbehaviour = null;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestURI().getPath());
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Behaviour now = misbehaviour;
        if (now == null) {
            answerWell(exchange);
        } else {
            now.answer(exchange);
        }
    }

    private void answerWell(HttpExchange exchange) throws IOException {
        try {
            answer(exchange, 200, wellAnswer(exchange.getRequestURI(), exchange.getRequestBody()));
        } catch (SchemaNotFoundException e) {
            answer(exchange, 404, NO_SUCH_ID);
        }
    }

    private String wellAnswer(URI uri, InputStream request) throws IOException {
        String path = uri.getPath();
        String fixedBody = fixed.get(path);
        Matcher byId = BY_ID.matcher(path);
        Matcher versions = VERSIONS.matcher(path);
        Matcher subject = SUBJECT.matcher(path);
        if (fixedBody != null) {
            return fixedBody;
        } else if (byId.matches()) {
            return JSON.writeValueAsString(Map.of("schema", schemas.schemaById(Integer.parseInt(byId.group(1)))));
        } else if (versions.matches()) {
            return register(versions.group(1), schema(request));
        } else if (subject.matches()) {
            return lookUp(subject.group(1), schema(request), uri.getQuery().contains("normalize=true"));
        }
        return VERSION.matcher(path).matches() ? "" : "[\"AVRO\"]";
    }

    private String register(String subject, String schema) {
        texts.add(schema);
        return "{\"id\":" + schemas.register(subject, schema) + "}";
    }

    /** Compares text unless told to normalise, as the sandbox's registry does. */
    private String lookUp(String subject, String schema, boolean normalize) throws IOException {
        if (!normalize && !texts.contains(schema)) {
            throw new SchemaNotFoundException("no such text", null);
        }
        int id = schemas.idOf(subject, schema);
        return JSON.writeValueAsString(Map.of("subject", subject, "id", id, "version", 1, "schema", schema));
    }

    private static String schema(InputStream request) throws IOException {
        JsonNode body = JSON.readTree(request);
        return body.get("schema").textValue();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** How to treat a request. */
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }
}
