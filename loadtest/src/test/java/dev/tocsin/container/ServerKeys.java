package dev.tocsin.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import org.testcontainers.images.builder.Transferable;

/**
 * The broker's private key, and the certificate by which clients know it.
 *
 * @param keyStore PKCS #12
 * @param certificate PEM
 */
record ServerKeys(Transferable keyStore, String password, String certificate) {
    private static final String PASSWORD = "changeit";
    private static final int READABLE = 0444;

    /** New ones for a host of this name. */
    static ServerKeys of(String host) throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("server-keys");
        Path file = folder.resolve("keys.p12");
        Shell.run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                host,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        byte[] bytes = Files.readAllBytes(file);
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate(host).getEncoded());
        Files.delete(file);
        Files.delete(folder);
        return new ServerKeys(
                Transferable.of(bytes, READABLE),
                PASSWORD,
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }
}
