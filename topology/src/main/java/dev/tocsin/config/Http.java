package dev.tocsin.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where health, metrics and look-ups are served, and to whom.
 *
 * @param port 0 for any free one
 * @param advertised {@code host:port} at which other instances reach this one; null for where it listens, or for the machine's
 *     name when it listens on all addresses
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

    private static final Pattern EVERYWHERE = Pattern.compile("0(\\.0){3}|::|(0+:){7}0+");
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

    /** True for what can be listened on and not be reached: all addresses of a machine. */
    static boolean isEverywhere(String host) {
        return EVERYWHERE.matcher(host).matches();
    }

    /**
     * {@code host:port} for other instances, once the port is known. Each must advertise another: who has the same address as
     * the owner of an account takes the account for its own.
     *
     * @throws UnknownHostException when it would be the machine's name, and there is none that resolves
     */
    public String advertised(int boundPort) throws UnknownHostException {
        if (advertised != null) {
            return advertised;
        }
        String reachable = isEverywhere(host) ? InetAddress.getLocalHost().getHostName() : host;
        return (reachable.indexOf(':') >= 0 ? '[' + reachable + ']' : reachable) + ':' + boundPort;
    }
}
