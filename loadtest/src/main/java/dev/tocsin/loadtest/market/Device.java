package dev.tocsin.loadtest.market;

/**
 * A browser or an app install, on no network yet.
 *
 * @param id as a number
 * @param agent number of its User-Agent header
 * @param session as a number
 */
record Device(long id, int agent, long session) {
    Origin on(Way way, int address) {
        return new Origin(way, address, id, agent, session);
    }
}
