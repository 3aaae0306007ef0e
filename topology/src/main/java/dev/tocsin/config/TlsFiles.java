package dev.tocsin.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where keys and certificates for HTTP are; all paths absolute.
 *
 * @param certificate this side's, PEM, with the chain that leads to its authority; null for a keystore or for none
 * @param key its private key, PEM, PKCS #8
 * @param keystore instead of both: PKCS #12 or JKS
 * @param password of the key or the keystore; null when they have none
 * @param ca PEM, whose certificates are believed when this side calls another; null for the JVM's authorities
 * @param clientCa PEM, whose certificates let callers in; null when none does
 */
public record TlsFiles(
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable Path keystore,
        @Nullable String password,
        @Nullable Path ca,
        @Nullable Path clientCa) {

    /** Without a certificate of its own a side can call, but not be called. */
    public boolean hasCertificate() {
        return certificate != null || keystore != null;
    }

    @Override
    public String toString() {
        return "TlsFiles[certificate=" + certificate + ", key=" + key + ", keystore=" + keystore + ", password="
                + (password == null ? "none" : "[hidden]") + ", ca=" + ca + ", clientCa=" + clientCa + ']';
    }
}
