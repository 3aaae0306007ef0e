package dev.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tocsin.PackageRules.Rule;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.archprobe.Main;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each package may see. Every rule is held against the production classes, and once against {@code archprobe}, where
 * its violations are planted, so that no rule is one that cannot fire.
 */
class ArchitectureTest {
    static {
        // names are enough for these rules; resolving Kafka and all that it needs takes seconds
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .importUrl(AccountMemory.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses PROBE = new ClassFileImporter().importPackagesOf(Main.class);

    static List<Rule> productionRules() {
        return new PackageRules("dev.tocsin").all();
    }

    static List<Rule> probeRules() {
        return new PackageRules("dev.tocsin.archprobe").all();
    }

    @ParameterizedTest
    @MethodSource("productionRules")
    void rule_holds(Rule rule) {
        rule.rule().check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("probeRules")
    void rule_fires_on_what_was_planted_and_on_nothing_else(Rule rule) {
        List<String> reported = rule.rule().evaluate(PROBE).getFailureReport().getDetails();

        assertThat(reported).isNotEmpty().allMatch(line -> rule.planted().stream()
                .anyMatch(line::contains));
        assertThat(rule.planted()).allMatch(planted -> reported.stream().anyMatch(line -> line.contains(planted)));
    }

    @Test
    void every_question_to_the_world_is_heard() {
        List<String> reported = new PackageRules("dev.tocsin.archprobe")
                .world()
                .evaluate(PROBE)
                .getFailureReport()
                .getDetails();

        assertThat(Stream.of(
                        "now",
                        "nowByReference",
                        "millis",
                        "nanos",
                        "dice",
                        "chance",
                        "name",
                        "environment",
                        "property",
                        "file"))
                .allMatch(method -> reported.stream()
                        .anyMatch(line -> line.contains("AsksTheWorld." + method + "()")
                                || line.contains("AsksTheWorld." + method + "(java.lang.String)")));
    }

    @Test
    void production_classes_are_there_to_be_judged() {
        assertThat(PRODUCTION.size()).isGreaterThan(60);
    }
}
