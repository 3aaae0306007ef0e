package dev.tocsin.container;

import dev.tocsin.publishing.ThresholdsTopic;
import dev.tocsin.streams.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** One application with topics of its own, so that tests do not see each other. */
record Deployment(String name, int partitions, Topics topics) {
    /** Made-up events carry the times at which they happened, which are long ago. */
    private static final Map<String, String> KEEP = Map.of("retention.ms", "-1");

    /** Creates the topics. */
    static Deployment create(String name, int partitions) throws Exception {
        Topics topics = new Topics(
                name + ".logins",
                name + ".account-changes",
                name + ".alerts",
                name + ".suppressed",
                name + ".dead-letters",
                name + ".thresholds");
        Deployment deployment = new Deployment(name, partitions, topics);
        try (Admin admin = Platform.get().admin()) {
            List<NewTopic> all = new ArrayList<>();
            for (String topic : topics.all()) {
                all.add(
                        topic.equals(topics.thresholds())
                                ? ThresholdsTopic.newTopic(topic)
                                : new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(KEEP));
            }
            admin.createTopics(all).all().get();
        }
        return deployment;
    }

    String changelog() {
        return name + "-accounts-changelog";
    }

    /** The configuration as variables. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TOCSIN_APPLICATION_ID", name);
        environment.put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", Broker.PLAIN);
        environment.put("TOCSIN_SCHEMA_REGISTRY_URL", Platform.REGISTRY_URL);
        environment.put("TOCSIN_TOPICS_LOGINS", topics.logins());
        environment.put("TOCSIN_TOPICS_ACCOUNT_CHANGES", topics.accountChanges());
        environment.put("TOCSIN_TOPICS_ALERTS", topics.alerts());
        environment.put("TOCSIN_TOPICS_SUPPRESSED", topics.suppressed());
        environment.put("TOCSIN_TOPICS_DEAD_LETTERS", topics.deadLetters());
        environment.put("TOCSIN_TOPICS_THRESHOLDS", topics.thresholds());
        return environment;
    }
}
