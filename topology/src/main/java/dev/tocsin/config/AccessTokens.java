package dev.tocsin.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Who may ask over HTTP by a secret of their own; never prints one. */
public final class AccessTokens {
    public static final AccessTokens NONE = new AccessTokens(Map.of());

    /** 128 bits written in hexadecimal take 32 characters, and in base 64 22; what is shorter can be guessed. */
    static final int MIN_LENGTH = 22;

    /** RFC 6750, which says what may follow {@code Bearer}. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Map<String, String> tokenByName;

    /** @param tokenByName the name is what the audit log calls a caller */
    public AccessTokens(Map<String, String> tokenByName) {
        this.tokenByName = new TreeMap<>(tokenByName);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static boolean isToken(String token) {
        return token.length() >= MIN_LENGTH && FORM.matcher(token).matches();
    }

    public boolean isEmpty() {
        return tokenByName.isEmpty();
    }

    /** Whose token this is. Takes as long for a token that is nearly right as for one that is all wrong. */
    public Optional<String> nameOf(String token) {
        byte[] given = token.getBytes(UTF_8);
        String found = null;
        for (Map.Entry<String, String> entry : tokenByName.entrySet()) {
            if (MessageDigest.isEqual(entry.getValue().getBytes(UTF_8), given)) {
                found = entry.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessTokens tokens && tokenByName.equals(tokens.tokenByName);
    }

    @Override
    public int hashCode() {
        return tokenByName.hashCode();
    }

    /** The names only. */
    @Override
    public String toString() {
        return tokenByName.keySet().toString();
    }
}
