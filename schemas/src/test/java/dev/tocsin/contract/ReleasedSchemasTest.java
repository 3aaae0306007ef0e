package dev.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Senders and readers of every released version and of this one understand each other. */
class ReleasedSchemasTest {
    static Stream<Arguments> everyRelease() {
        return Contract.releasedVersions().stream()
                .flatMap(version -> Stream.of(Contract.values()).map(contract -> Arguments.of(contract, version)));
    }

    @ParameterizedTest
    @MethodSource("everyRelease")
    void every_release_is_compatible_with_the_current_schema(Contract contract, Version version) {
        assertThat(Evolution.faults(contract.released(version), contract.current()))
                .as(contract.recordName() + " since " + version)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void newest_release_is_the_current_schema(Contract contract) {
        Version newest = newest();
        Schema released = contract.released(newest);

        assertThat(contract.current().toString())
                .as(
                        "%s has changed since released/%s. Copy %s to released/%s/ (with the other contracts, if the"
                                + " directory is new) and say in CHANGELOG.md what senders and readers gain.",
                        contract.recordName(), newest, contract.propose(), Version.ofThisBuild())
                .isEqualTo(released.toString());
    }

    @Test
    void no_release_is_newer_than_this_build() {
        assertThat(newest()).isLessThanOrEqualTo(Version.ofThisBuild());
    }

    private static Version newest() {
        List<Version> versions = Contract.releasedVersions();
        return versions.get(versions.size() - 1);
    }
}
