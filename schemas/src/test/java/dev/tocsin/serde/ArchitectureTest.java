package dev.tocsin.serde;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.security.basicauth.SaslBasicAuthCredentialProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.security.bearerauth.oauth.OauthCredentialProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.security.bearerauth.oauth.SaslOauthCredentialProvider;
import org.junit.jupiter.api.Test;

/** One class sees the registry client, and what was unpacked of the client is enough for it. */
class ArchitectureTest {
    /** Jackson is beside it, and was unpacked whole. */
    private static final String CLIENT = "org.apache.flink.avro.registry.confluent.shaded";

    private static final ArchRule ONE_CLASS_SEES_THE_CLIENT = noClasses()
            .that(not(belongTo(equivalentTo(ConfluentRegistry.class))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @Test
    void only_one_class_sees_the_registry_client() {
        ONE_CLASS_SEES_THE_CLIENT.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tocsin"));
    }

    @Test
    void rule_fires_on_a_second_class() {
        assertThat(ONE_CLASS_SEES_THE_CLIENT
                        .evaluate(new ClassFileImporter().importClasses(Planted.class))
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).contains("Planted", "RestService"));
    }

    @Test
    void every_class_of_the_client_that_ours_reaches_was_unpacked() {
        // The providers are found by name through META-INF/services.
        Set<JavaClass> reached = reachedFrom(
                ConfluentRegistry.class,
                OauthCredentialProvider.class,
                SaslOauthCredentialProvider.class,
                SaslBasicAuthCredentialProvider.class);

        assertThat(reached).hasSizeGreaterThan(150);
        assertThat(reached)
                .filteredOn(type -> type.getSource().isEmpty())
                .extracting(JavaClass::getName)
                .isEmpty();
    }

    private static Set<JavaClass> reachedFrom(Class<?>... roots) {
        JavaClasses unpacked = new ClassFileImporter().importPackages("dev.tocsin.serde", CLIENT);
        Deque<JavaClass> next =
                new ArrayDeque<>(Stream.of(roots).map(unpacked::get).toList());
        Set<JavaClass> reached = new HashSet<>();
        while (!next.isEmpty()) {
            JavaClass type = next.remove();
            if (reached.add(type)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> target.getName().startsWith(CLIENT))
                        .forEach(next::add);
            }
        }
        return reached;
    }

    /** What the rule is there to refuse. */
    private static final class Planted {
        @SuppressWarnings("unused")
        private final RestService rest = new RestService("http://127.0.0.1");
    }
}
