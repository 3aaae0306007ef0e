package dev.tocsin.config;

import org.jspecify.annotations.Nullable;

/**
 * Where health, metrics and look-ups are served.
 *
 * @param port 0 for any free one
 * @param advertised {@code host:port} at which other instances reach this one; null for where it listens
 */
public record Http(String host, int port, @Nullable String advertised) {
    public static final Http DEFAULTS = new Http("127.0.0.1", 8080, null);

    /** {@code host:port} for other instances, once the port is known. */
    public String advertised(int boundPort) {
        if (advertised != null) {
            return advertised;
        }
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + boundPort;
    }
}
