package dev.tocsin.loadtest.market;

/**
 * Where an event comes from.
 *
 * @param ip an IPv4 address as a number
 * @param device its id as a number, which is written as a UUID
 * @param agent number of a User-Agent header
 * @param session its id as a number, which is written as a UUID
 */
public record Origin(Way way, int ip, long device, int agent, long session) {
    /** The same on another address of the same network. */
    Origin withAddress(int address) {
        return new Origin(way, address, device, agent, session);
    }

    Origin inSession(long other) {
        return new Origin(way, ip, device, agent, other);
    }

    /** The User-Agent header. */
    public String userAgent() {
        return Agent.text(agent);
    }
}
