package dev.tocsin.enrich;

import static dev.tocsin.enrich.TestDatabases.ip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Network;
import dev.tocsin.testing.MaxMindFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say of addresses, and which files are refused. */
class AddressDatabasesTest {
    private static final Map<DatabaseKind, Path> ALL = Map.of(
            DatabaseKind.CITY, TestDatabases.CITY,
            DatabaseKind.ASN, TestDatabases.ASN,
            DatabaseKind.ANONYMOUS_IP, TestDatabases.ANONYMOUS);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void three_databases_say_place_system_and_network_of_one_address() throws Exception {
        AddressDatabases databases = AddressDatabases.open(ALL, ReloadListener.NOOP);

        assertThat(databases.apply(ip("89.160.20.112")))
                .isEqualTo(new AddressInfo(
                        "SE", "Linköping", GeoPoint.ofDegrees(58.4167, 15.6167), 76, 29518, Network.UNKNOWN));
        assertThat(databases.apply(ip("2001:218::1")))
                .isEqualTo(
                        new AddressInfo("JP", null, GeoPoint.ofDegrees(35.68536, 139.75309), 100, 0, Network.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.0.1,VPN", // is_anonymous_vpn
        "71.160.223.5,HOSTING",
        "186.30.236.1,VPN", // is_public_proxy
        "65.1.2.3,TOR",
        "81.2.69.142,TOR", // every flag
        "abcd:1000::5,VPN",
        "89.160.20.112,UNKNOWN"
    })
    void network_is_what_says_most_of_an_address(String address, Network network) throws Exception {
        AddressDatabases databases = AddressDatabases.open(ALL, ReloadListener.NOOP);

        assertThat(databases.apply(ip(address)).network()).isEqualTo(network);
    }

    @Test
    void address_that_no_database_knows_is_unknown() throws Exception {
        assertThat(AddressDatabases.open(ALL, ReloadListener.NOOP).apply(ip("192.0.2.1")))
                .isEqualTo(AddressInfo.UNKNOWN);
        assertThat(AddressDatabases.none().apply(ip("89.160.20.112"))).isEqualTo(AddressInfo.UNKNOWN);
        assertThat(AddressDatabases.open(Map.of(), ReloadListener.NOOP).apply(ip("89.160.20.112")))
                .isEqualTo(AddressInfo.UNKNOWN);
    }

    @Test
    void flat_layout_says_the_same_without_a_radius() throws Exception {
        Map<String, ?> oslo =
                Map.of("country_code", "NO", "city", "Oslo", "state1", "Oslo", "latitude", 59.91, "longitude", 10.75);
        AddressDatabases databases = open(MaxMindFile.ofBoth("city ipvAll")
                .put("192.0.2.0/24", oslo)
                .put("2001:db8::/32", Map.of("country_code", "DE")));

        assertThat(databases.apply(ip("192.0.2.77")))
                .isEqualTo(new AddressInfo("NO", "Oslo", new GeoPoint(5991, 1075), 0, 0, Network.UNKNOWN));
        assertThat(databases.apply(ip("2001:db8:1::1"))).isEqualTo(TestDatabases.inCountry("DE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.1.1", "127.0.0.1", "169.254.1.1", "fd00::1", "::1", "fe80::1"})
    void private_address_has_no_place_whatever_a_database_says(String address) throws Exception {
        AddressDatabases databases = open(MaxMindFile.ofBoth("country")
                .put("0.0.0.0/1", Map.of("country_code", "NO"))
                .put("128.0.0.0/1", Map.of("country_code", "NO"))
                .put("8000::/1", Map.of("country_code", "NO")));

        assertThat(databases.apply(ip(address))).isEqualTo(AddressInfo.UNKNOWN);
    }

    @Test
    void database_of_ipv4_addresses_says_nothing_of_others() throws Exception {
        AddressDatabases databases =
                open(MaxMindFile.ofIpv4("country ipv4").put("32.0.0.0/8", Map.of("country_code", "NO")));

        assertThat(databases.apply(ip("32.1.2.3")).country()).isEqualTo("NO");
        assertThat(databases.apply(ip("2001:db8::1"))).isEqualTo(AddressInfo.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CITY|GeoLite2-ASN|places; give one of the kind City or Country",
                "CITY|GeoIP2-Anonymous-IP|places; give one of the kind City or Country",
                "ASN|GeoIP2-City|autonomous systems; give one of the kind ASN",
                "ANONYMOUS_IP|GeoLite2-ASN|anonymous networks; give one of the kind Anonymous-IP"
            })
    void database_of_another_kind_is_refused(DatabaseKind kind, String type, String sentence) {
        Path file = Path.of("src/test/resources/maxmind/" + type + "-Test.mmdb");

        assertThatThrownBy(() -> AddressDatabases.open(Map.of(kind, file), ReloadListener.NOOP))
                .hasMessage(file + ": is a database of the type " + type + " and names no " + sentence)
                .isInstanceOfSatisfying(UnusableDatabaseException.class, e -> assertThat(e.kind())
                        .isEqualTo(kind));
    }

    @Test
    void file_that_is_not_there_or_is_no_database_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(TestDatabases.CITY);
        Path empty = Files.createFile(folder.resolve("empty"));
        Path half = Files.write(folder.resolve("half"), Arrays.copyOf(whole, whole.length / 2));
        Path without = MaxMindFile.ofBoth("country").write(folder.resolve("without"));

        assertRefused(folder.resolve("none"), "there is no such file");
        assertRefused(folder, "is a folder; give a file");
        assertRefused(empty, "is no MaxMind DB file, or damaged, or half of one; unpack it if it is packed");
        assertRefused(half, "is no MaxMind DB file, or damaged, or half of one; unpack it if it is packed");
        assertRefused(
                without, "is a database of the type country and names no places; give one of the kind City or Country");
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> AddressDatabases.open(Map.of(DatabaseKind.CITY, file), ReloadListener.NOOP))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage(file + ": " + problem);
    }

    private AddressDatabases open(MaxMindFile contents) throws Exception {
        Path file = contents.write(folder.resolve("made.mmdb"));
        return AddressDatabases.open(Map.of(DatabaseKind.CITY, file), ReloadListener.NOOP);
    }
}
