package dev.tocsin.testing;

import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;

/** The reading of events as it is where no database of addresses is configured. */
public final class NoDatabases {
    public static final EventReader READER =
            new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));

    private NoDatabases() {}
}
