package dev.tocsin.enrich;

import com.google.common.net.InetAddresses;
import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Network;
import dev.tocsin.testing.MaxMindFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Databases of known contents, and what one says of an address. */
final class TestDatabases {
    static final Path CITY = Path.of("src/test/resources/maxmind/GeoIP2-City-Test.mmdb");
    static final Path ASN = Path.of("src/test/resources/maxmind/GeoLite2-ASN-Test.mmdb");
    static final Path ANONYMOUS = Path.of("src/test/resources/maxmind/GeoIP2-Anonymous-IP-Test.mmdb");

    private TestDatabases() {}

    static IpAddress ip(String text) {
        return IpAddress.ofBytes(InetAddresses.forString(text).getAddress());
    }

    /** What a database says that says something about one network only. */
    static AddressInfo said(DatabaseKind kind, Map<String, ?> fields) {
        return kind.read(new Fields(fields));
    }

    /** A database in which one network is in one country. */
    static byte[] country(String network, String code) throws IOException {
        return MaxMindFile.ofBoth("country")
                .put(network, Map.of("country_code", code))
                .bytes();
    }

    static AddressInfo inCountry(String code) {
        return new AddressInfo(code, null, null, 0, 0, Network.UNKNOWN);
    }
}
