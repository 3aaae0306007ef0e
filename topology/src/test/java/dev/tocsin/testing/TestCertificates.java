package dev.tocsin.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority and what it signs, made by the JDK's own tool in a folder; every store has the same password. */
public final class TestCertificates {
    public static final String PASSWORD = "changeit-to-something";

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;
    private final String name;

    private TestCertificates(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    public static TestCertificates authority(Path folder, String name) {
        TestCertificates authority = new TestCertificates(folder, name);
        authority.keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-ext", "bc:c", "-keyalg", "EC");
        return authority;
    }

    /** The authority's own certificate. */
    public Path ca() {
        return write(name + ".crt", pem("CERTIFICATE", encoded(name)));
    }

    /** A certificate for 127.0.0.1 and localhost, and for callers; the chain and the key are beside it as PEM. */
    public Path sign(String subject) {
        return sign(subject, "san=ip:127.0.0.1,dns:localhost");
    }

    public Path sign(String subject, String extension) {
        keytool("-genkeypair", "-alias", subject, "-dname", "CN=" + subject, "-keyalg", "EC");
        Path request = folder.resolve(subject + ".csr");
        Path signed = folder.resolve(subject + ".signed");
        keytool("-certreq", "-alias", subject, "-file", request.toString());
        keytool(
                "-gencert",
                "-alias",
                name,
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-ext",
                extension);
        keytool("-importcert", "-alias", subject, "-file", signed.toString(), "-noprompt");
        write(subject + ".crt", pem("CERTIFICATE", encoded(subject)));
        write(subject + ".key", pem("PRIVATE KEY", key(subject)));
        return certificate(subject);
    }

    public Path certificate(String subject) {
        return folder.resolve(subject + ".crt");
    }

    public Path key(Path certificate) {
        return folder.resolve(certificate.getFileName().toString().replace(".crt", ".key"));
    }

    /** The same as PKCS #12. */
    public Path store(String subject) {
        Path file = folder.resolve("only-" + subject + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            char[] password = PASSWORD.toCharArray();
            one.setKeyEntry(subject, keys().getKey(subject, password), password, keys().getCertificateChain(subject));
            one.store(out, password);
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path store() {
        return folder.resolve(name + ".p12");
    }

    private byte[] encoded(String alias) {
        try {
            Certificate certificate = keys().getCertificate(alias);
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key(String alias) {
        try {
            return keys().getKey(alias, PASSWORD.toCharArray()).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore keys() {
        try {
            return KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + BASE64.encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }

    private Path write(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(
                Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1"); // many short lives
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Path log = folder.resolve("keytool.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
