package dev.tocsin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What each package under one root may see; the root is the production's, or the probe's. */
record PackageRules(String root) {
    private static final Set<String> WORLD = Set.of(
            "currentTimeMillis",
            "nanoTime",
            "getenv",
            "getProperty",
            "getProperties",
            "random",
            "randomUUID",
            "getBoolean",
            "getInteger",
            "systemDefault",
            "getDefault");

    private static final String[] CODEC = {
        "account",
        "detection",
        "alerting",
        "engine",
        "codec",
        "event",
        "serde",
        "org.apache.avro..",
        "com.fasterxml.jackson..",
        "com.google.common.."
    };

    private static final String[] STREAMS = {
        "account",
        "detection",
        "alerting",
        "engine",
        "codec",
        "thresholds",
        "publishing",
        "normalise",
        "enrich",
        "metrics",
        "streams",
        "serde",
        "org.apache.kafka..",
        "org.rocksdb..",
        "org.slf4j.."
    };

    private static final String[] REPLAY = {
        "account",
        "detection",
        "alerting",
        "engine",
        "thresholds",
        "codec",
        "serde",
        "replay",
        "com.fasterxml.jackson..",
        "com.samskivert.mustache..",
        "org.apache.kafka..",
        "org.rocksdb.."
    };

    private static final String[] REDRIVE = {
        "account", "codec", "serde", "streams", "redrive", "com.fasterxml.jackson..", "org.apache.kafka.."
    };

    /** @param planted the probe classes that it must report, and no others */
    record Rule(String name, ArchRule rule, List<String> planted) {
        Rule(String name, ArchRule rule, String... planted) {
            this(name, rule, List.of(planted));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    String[] allow(String... names) {
        return Stream.concat(
                        Stream.of("java..", "org.jspecify.annotations.."),
                        Stream.of(names).map(name -> name.contains(".") ? name : of(name)))
                .toArray(String[]::new);
    }

    String of(String name) {
        return root + "." + name + "..";
    }

    ArchRule mayUse(String name, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(of(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allow(allowed))
                .allowEmptyShould(true);
    }

    List<Rule> all() {
        return Stream.of(pure(), shell(), borders(), List.of(cycles()))
                .flatMap(List::stream)
                .toList();
    }

    List<Rule> pure() {
        return List.of(
                new Rule("account", mayUse("account", "account"), "account.SeesDetection"),
                new Rule("detection", mayUse("detection", "account", "detection"), "detection.SeesAlerting"),
                new Rule("alerting", mayUse("alerting", "account", "detection", "alerting"), "alerting.SeesEngine"),
                new Rule(
                        "engine", mayUse("engine", "account", "detection", "alerting", "engine"), "engine.SeesStreams"),
                new Rule("the pure core asks nobody for time, chance or setting", world(), "engine.AsksTheWorld"));
    }

    ArchRule world() {
        return noClasses()
                .that()
                .resideInAnyPackage(of("account"), of("detection"), of("alerting"), of("engine"))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("asks the world", PackageRules::asksTheWorld));
    }

    static boolean asksTheWorld(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return (WORLD.contains(name) && owner.startsWith("java."))
                || (owner.startsWith("java.time.") && name.equals("now"))
                || owner.matches("java\\.(util|security)\\..*Random|java\\.time\\.Clock|java\\.nio\\.file\\..*");
    }

    List<Rule> shell() {
        return List.of(
                new Rule(
                        "thresholds",
                        mayUse(
                                "thresholds",
                                "account",
                                "detection",
                                "alerting",
                                "engine",
                                "thresholds",
                                "yaml",
                                "com.google.common.."),
                        "thresholds.SeesCodec"),
                new Rule(
                        "enrich",
                        mayUse(
                                "enrich",
                                "account",
                                "enrich",
                                "com.maxmind.db..",
                                "ua_parser..",
                                "com.google.common..",
                                "org.slf4j.."),
                        "enrich.SeesDetection"),
                new Rule(
                        "publishing",
                        mayUse("publishing", "thresholds", "publishing", "org.apache.kafka..", "org.slf4j.."),
                        "publishing.SeesStreams"),
                new Rule(
                        "explain",
                        mayUse(
                                "explain",
                                "account",
                                "detection",
                                "alerting",
                                "engine",
                                "explain",
                                "com.fasterxml.jackson..",
                                "com.google.common.."),
                        "explain.SeesCodec"),
                new Rule("codec", mayUse("codec", CODEC), "codec.SeesEnrich"),
                new Rule("streams", mayUse("streams", STREAMS), "streams.OpensLetter", "streams.SeesHttp"),
                new Rule("replay", mayUse("replay", REPLAY), "replay.SeesStreams"),
                new Rule("redrive", mayUse("redrive", REDRIVE), "redrive.SeesReplay"),
                new Rule("streams counts behind an interface", counting(), "streams.SeesMicrometer"),
                new Rule(
                        "nothing depends on the command line or on Main",
                        wiring(),
                        "http.SeesCommand",
                        "http.SeesMain"));
    }

    ArchRule counting() {
        return noClasses()
                .that()
                .resideInAPackage(of("streams"))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "adapt metrics to Micrometer",
                        type -> type.getPackageName().startsWith(root + ".metrics") && seesMicrometer(type)))
                .allowEmptyShould(true);
    }

    static boolean seesMicrometer(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("io.micrometer"));
    }

    ArchRule wiring() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(of("cli"), root)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are commands or Main",
                        type -> type.getPackageName().startsWith(root + ".cli")
                                || type.getName().equals(root + ".Main")));
    }

    List<Rule> borders() {
        return List.of(
                new Rule(
                        "only codec sees Avro",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(of("codec"), of("event"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.apache.avro.."),
                        "http.SeesAvro"),
                new Rule(
                        "only codec sees generated classes",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(of("codec"), of("event"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(of("event")),
                        "http.SeesLetter",
                        "streams.OpensLetter"));
    }

    Rule cycles() {
        return new Rule(
                "no cycle of packages",
                slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                "http.Page",
                "streams.SeesHttp");
    }
}
