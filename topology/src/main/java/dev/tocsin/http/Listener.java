package dev.tocsin.http;

import dev.tocsin.config.Http;
import dev.tocsin.config.TlsFiles;
import io.javalin.config.JettyConfig;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the server listens, with or without TLS.
 *
 * @param tls null for plain HTTP
 * @param asksForCertificates whether callers may show one; never must, as probes have none
 */
record Listener(String host, int port, @Nullable SSLContext tls, boolean asksForCertificates) {
    static Listener of(Http http) {
        TlsFiles files = http.tls();
        return new Listener(
                http.host(),
                http.port(),
                files == null ? null : Tls.called(files),
                files != null && files.clientCa() != null);
    }

    void listen(JettyConfig jetty) {
        jetty.modifyHttpConfiguration(settings -> settings.setSendServerVersion(false));
        jetty.addConnector(this::connector);
    }

    private Connector connector(Server server, HttpConfiguration settings) {
        ServerConnector connector = tls == null
                ? new ServerConnector(server, new HttpConnectionFactory(settings))
                : new ServerConnector(server, ssl(tls), new HttpConnectionFactory(secure(settings)));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    private SslConnectionFactory ssl(SSLContext context) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(context);
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setRenegotiationAllowed(false);
        factory.setWantClientAuth(asksForCertificates);
        return new SslConnectionFactory(factory, "http/1.1");
    }

    /** Probes ask by address, which no certificate is of: whether the name is right is for the caller to check. */
    private static HttpConfiguration secure(HttpConfiguration settings) {
        HttpConfiguration secure = new HttpConfiguration(settings);
        secure.addCustomizer(new SecureRequestCustomizer(false));
        return secure;
    }
}
