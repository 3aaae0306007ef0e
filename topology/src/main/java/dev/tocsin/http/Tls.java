package dev.tocsin.http;

import dev.tocsin.config.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/** Makes TLS of files, with Kafka's reader, so that what works for the brokers works here. */
public final class Tls {
    private static final String PEM = DefaultSslEngineFactory.PEM_TYPE;

    private Tls() {}

    /** The files do not make TLS; the message says why, and what to do. */
    public static final class UnusableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableException(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** For a side that others call: they are believed by {@code clientCa}. */
    static SSLContext called(TlsFiles files) {
        return context(files, files.clientCa());
    }

    /**
     * For a side that calls others: they are believed by {@code ca}.
     *
     * @throws UnusableException when the files do not make TLS
     */
    public static SSLContext calling(TlsFiles files) {
        return context(files, files.ca());
    }

    private static SSLContext context(TlsFiles files, @Nullable Path believed) {
        Map<String, Object> settings = new HashMap<>();
        putKey(settings, files);
        if (believed != null) {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM);
            settings.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, text(believed));
        }
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(new ConfigDef().withClientSslSupport().parse(settings));
            return factory.sslContext();
        } catch (KafkaException | IllegalArgumentException e) {
            throw unusable(files, believed, e);
        }
    }

    private static void putKey(Map<String, Object> settings, TlsFiles files) {
        Password password = files.password() == null ? null : new Password(files.password());
        if (files.certificate() != null && files.key() != null) {
            settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PEM);
            settings.put(SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, text(files.certificate()));
            settings.put(SslConfigs.SSL_KEYSTORE_KEY_CONFIG, key(files.key()));
        } else if (files.keystore() != null) {
            settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "PKCS12"); // which Java reads JKS as, too
            settings.put(
                    SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, files.keystore().toString());
            settings.put(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, password);
        }
        settings.put(SslConfigs.SSL_KEY_PASSWORD_CONFIG, password);
    }

    private static Password key(Path file) {
        Password key = text(file);
        if (key.value().contains("BEGIN RSA PRIVATE KEY") || key.value().contains("BEGIN EC PRIVATE KEY")) {
            throw new UnusableException(
                    file + " is a private key in its algorithm's own form; expected PKCS #8, which this makes of it:"
                            + " openssl pkcs8 -topk8 -nodes -in " + file.getFileName() + " -out tls.key",
                    new IllegalArgumentException("PKCS #1 or SEC 1"));
        }
        return key;
    }

    private static Password text(Path file) {
        try {
            return new Password(Files.readString(file));
        } catch (IOException e) {
            throw new UnusableException(file + " is no file of text that can be read", e);
        }
    }

    /** The innermost cause says what is wrong; what Java says of keys and passwords names neither. */
    private static UnusableException unusable(TlsFiles files, @Nullable Path believed, Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new UnusableException(
                "TLS cannot be had of " + files + (believed == null ? "" : " and " + believed) + ": "
                        + root.getMessage(),
                e);
    }
}
