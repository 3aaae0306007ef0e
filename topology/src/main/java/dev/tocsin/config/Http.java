package dev.tocsin.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where health, metrics and look-ups are served, and to whom.
 *
 * @param port 0 for any free one
 * @param advertised {@code host:port} at which other instances reach this one; null for where it listens
 * @param tokens of those who may ask for more than health
 * @param tls null for plain HTTP
 */
public record Http(
        String host,
        int port,
        @Nullable String advertised,
        AccessTokens tokens,
        @Nullable TlsFiles tls) {
    public static final Http DEFAULTS = new Http("127.0.0.1", 8080, null, AccessTokens.NONE, null);

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|localhost|::1|(0+:){7}0*1");

    /** The defaults at another place. */
    public static Http open(String host, int port) {
        return new Http(host, port, null, AccessTokens.NONE, null);
    }

    /** True when only processes of this machine can reach it. Names other than localhost may mean anything. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** True when callers must say who they are. */
    public boolean isGuarded() {
        return !tokens.isEmpty() || (tls != null && tls.clientCa() != null);
    }

    /** {@code host:port} for other instances, once the port is known. */
    public String advertised(int boundPort) {
        if (advertised != null) {
            return advertised;
        }
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + boundPort;
    }
}
