package dev.tocsin.loadtest.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AtlasTest {
    @Test
    void cities_haveDistinctNamesAndAPlaceOnEarth() {
        assertThat(Atlas.cities()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Atlas.cities().stream().map(City::name).distinct()).hasSameSizeAs(Atlas.cities());
        assertThat(Atlas.cities()).allSatisfy(city -> {
            assertThat(city.country()).matches("[A-Z]{2}");
            assertThat(Math.abs(city.latitude())).isLessThan(90);
            assertThat(Math.abs(city.longitude())).isLessThan(180);
            assertThat(city.homeAsns()).allMatch(asn -> asn > 0);
        });
    }

    @Test
    void distances_areThoseOfTheMap() {
        assertThat(Atlas.named("Oslo").kmTo(Atlas.named("London"))).isCloseTo(1_154, within(10.0));
        assertThat(Atlas.named("Sydney").kmTo(Atlas.named("New York"))).isCloseTo(15_990, within(50.0));
    }

    @Test
    void capital_isTheLargestCity() {
        assertThat(Atlas.capital("DE").name()).isEqualTo("Berlin");
        assertThat(Atlas.capital("US").name()).isEqualTo("New York");
    }
}
