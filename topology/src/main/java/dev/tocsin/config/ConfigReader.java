package dev.tocsin.config;

import dev.tocsin.enrich.DatabaseKind;
import dev.tocsin.streams.Topics;
import dev.tocsin.yaml.Faults;
import dev.tocsin.yaml.Overrides;
import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the application's configuration key by key. */
final class ConfigReader {
    static final String PREFIX = "TOCSIN_";

    /** For the JVM, which the launcher hands it to, and for who asks a running detector. */
    private static final Set<String> NOT_OURS = Set.of(PREFIX + "JAVA_OPTS", PREFIX + "TOKEN");

    /** Kafka's own rule; an application id becomes the start of topic names, so it has room for their ends. */
    private static final Pattern NAME = Pattern.compile("(?!\\.\\.?$)[A-Za-z0-9._-]+");

    private static final Value<String> APPLICATION_ID = name("a name", 150);
    private static final Value<String> TOPIC = name("a topic's name", 249);

    private static final Value<Guarantee> GUARANTEE = Value.oneOf("at_least_once, exactly_once_v2", Guarantee::of);

    /** An instance with more threads than any machine has cores is a typing error. */
    private static final Value<Integer> THREADS = whole(1, 1_000);

    private static final Value<Integer> STANDBYS = whole(0, 10);
    private static final Value<Duration> UP_TO_A_DAY = Value.DURATION.where(
            "a duration from \"0 s\" to \"24 h\"", duration -> duration.compareTo(Duration.ofDays(1)) <= 0);

    /** Less leaves no room for the write buffers of a few partitions. */
    private static final Value<Long> ROCKSDB = Value.SIZE.where(
            "a size from \"16 MiB\" on, such as \"512 MiB\" or \"2 GiB\"", bytes -> bytes >= 16L << 20);

    private final Section document;
    private final Path base;
    private final Map<String, String> environment;

    private ConfigReader(Section document, Path base, Map<String, String> environment) {
        this.document = document;
        this.base = base;
        this.environment = environment;
    }

    static AppConfig read(Path file, Map<String, String> environment) {
        Faults faults = new Faults(list -> new InvalidConfigException(file.toString(), list));
        Section document = Section.read(file, Overrides.of(PREFIX, environment, NOT_OURS::contains), faults);
        Path base = file.toAbsolutePath().getParent();
        AppConfig config = new ConfigReader(document, base == null ? file : base, environment).read();
        document.refuseUnknown();
        faults.throwIfAny();
        return config;
    }

    private AppConfig read() {
        return new AppConfig(
                document.get("application-id", APPLICATION_ID, "tocsin"),
                Clients.kafka(document.section("kafka")),
                Clients.schemaRegistry(document.section("schema-registry")),
                document.get("register-schemas", Value.YES_OR_NO, true),
                topics(document.section("topics")),
                document.get("guarantee", GUARANTEE, Guarantee.AT_LEAST_ONCE),
                document.get("threads", THREADS, 1),
                document.get("standbys", STANDBYS, 0),
                StateDir.read(document, base, environment),
                document.get("grace", UP_TO_A_DAY, AppConfig.DEFAULT_GRACE),
                document.get("max-future", UP_TO_A_DAY, Duration.ofMinutes(5)),
                new HttpReader(document.section("http"), base).read(),
                memory(document.section("memory")),
                databases(document.section("enrichment")),
                path(document, "thresholds").orElse(null));
    }

    private static Topics topics(Section section) {
        Topics defaults = Topics.DEFAULTS;
        Topics topics = new Topics(
                section.get("logins", TOPIC, defaults.logins()),
                section.get("account-changes", TOPIC, defaults.accountChanges()),
                section.get("alerts", TOPIC, defaults.alerts()),
                section.get("suppressed", TOPIC, defaults.suppressed()),
                section.get("dead-letters", TOPIC, defaults.deadLetters()),
                section.get("thresholds", TOPIC, defaults.thresholds()));
        refuseSame(section, topics);
        return topics;
    }

    private static void refuseSame(Section section, Topics topics) {
        List<String> keys = List.of("logins", "account-changes", "alerts", "suppressed", "dead-letters", "thresholds");
        Map<String, String> keyByName = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String name = topics.all().get(i);
            String other = keyByName.putIfAbsent(name, keys.get(i));
            if (other != null) {
                section.fault(keys.get(i), "is " + name + ", and so is " + other + "; each topic must be another");
            }
        }
    }

    private static Memory memory(Section section) {
        return new Memory(section.find("rocksdb", ROCKSDB), section.find("recent-accounts", Value.SIZE));
    }

    private Map<DatabaseKind, Path> databases(Section section) {
        Map<DatabaseKind, Path> files = new EnumMap<>(DatabaseKind.class);
        for (DatabaseKind kind : DatabaseKind.values()) {
            path(section, kind.key()).ifPresent(file -> files.put(kind, file));
        }
        return files;
    }

    private Optional<Path> path(Section section, String key) {
        return section.find(key, FilePath.VALUE).map(base::resolve).map(Path::normalize);
    }

    private static Value<String> name(String what, int maxLength) {
        return Value.TEXT.where(
                what + " of at most " + maxLength + " letters, digits, dots, underscores and hyphens",
                text -> text.length() <= maxLength && NAME.matcher(text).matches());
    }

    private static Value<Integer> whole(int min, int max) {
        return Value.COUNT.where("a whole number from " + min + " to " + max, number -> number >= min && number <= max);
    }
}
