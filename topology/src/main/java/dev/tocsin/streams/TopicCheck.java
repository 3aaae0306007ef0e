package dev.tocsin.streams;

import dev.tocsin.publishing.ThresholdsTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the topics before anything is read.
 *
 * <p>Two input topics feed one store, and Kafka Streams does not check that they are cut alike: with unequal partition
 * counts one account's logins and changes would silently meet in different tasks.
 */
final class TopicCheck {
    /** For topics made by {@code --create-topics} beside no other; the number cannot be raised later. */
    static final int DEFAULT_PARTITIONS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final StreamsOptions options;

    private TopicCheck(Admin admin, StreamsOptions options) {
        this.admin = admin;
        this.options = options;
    }

    /**
     * Returns when all topics are there and fit together.
     *
     * @throws StartupException with the sentence that says what does not, and what to do
     */
    static void check(StreamsOptions options, boolean createMissing) {
        try (Admin admin = Admin.create(options.adminProperties())) {
            TopicCheck check = new TopicCheck(admin, options);
            check.reachBroker();
            new RightsCheck(admin, options).check();
            check.check(createMissing);
        }
    }

    /** So that what keeps everything from being asked, such as a wrong password, is told as that. */
    private void reachBroker() {
        try {
            get(admin.describeCluster().clusterId());
        } catch (ExecutionException e) {
            throw failed("cannot ask anything", e);
        }
    }

    private void check(boolean createMissing) {
        Topics topics = options.topics();
        List<String> all = topics.all();
        Map<String, Integer> partitions = partitions(all);
        List<String> missing =
                all.stream().filter(topic -> !partitions.containsKey(topic)).toList();
        if (!missing.isEmpty()) {
            if (!createMissing) {
                throw new StartupException("Kafka at " + options.brokers() + " has no topic "
                        + String.join(", ", missing)
                        + ". Create what is missing, the two input topics with equal partition counts, or start with"
                        + " --create-topics.");
            }
            create(missing, partitions);
        }
        checkInputs(partitionsOnceKnown(List.of(topics.logins(), topics.accountChanges())));
        partitionsOnceKnown(List.of(topics.thresholds()));
        checkThresholds();
    }

    private void create(List<String> missing, Map<String, Integer> present) {
        int count = Stream.of(options.topics().logins(), options.topics().accountChanges())
                .map(present::get)
                .flatMap(found -> Optional.ofNullable(found).stream())
                .findFirst()
                .orElse(DEFAULT_PARTITIONS);
        List<NewTopic> topics = new ArrayList<>();
        for (String topic : missing) {
            topics.add(
                    topic.equals(options.topics().thresholds())
                            ? ThresholdsTopic.newTopic(topic)
                            : new NewTopic(topic, Optional.of(count), Optional.empty()));
        }
        try {
            get(admin.createTopics(topics).all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another instance was quicker
                throw failed("cannot create the topics " + String.join(", ", missing), e);
            }
        }
    }

    private void checkThresholds() {
        String topic = options.topics().thresholds();
        ConfigResource resource = ThresholdsTopic.resource(topic);
        try {
            Map<String, String> settings = ThresholdsTopic.settings(
                    get(admin.describeConfigs(List.of(resource)).all()));
            ThresholdsTopic.fault(topic, settings).ifPresent(fault -> {
                throw new StartupException(fault);
            });
            ThresholdsTopic.risk(topic, settings).ifPresent(LOG::warn);
        } catch (ExecutionException e) {
            LOG.warn("cannot look at the settings of the topic {}: {}", topic, e.getMessage());
        }
    }

    private void checkInputs(Map<String, Integer> partitions) {
        String logins = options.topics().logins();
        String changes = options.topics().accountChanges();
        Integer loginCount = partitions.get(logins);
        Integer changeCount = partitions.get(changes);
        if (loginCount == null || !loginCount.equals(changeCount)) {
            throw new StartupException("The topic " + logins + " has " + loginCount + " partitions and " + changes
                    + " has " + changeCount + ". They must be equal, or an account's logins and changes never meet:"
                    + " raise the smaller count, and replay what was sent to it before, because its keys move.");
        }
        checkChangelog(loginCount);
    }

    private void checkChangelog(int inputCount) {
        String changelog = Names.changelog(options.applicationId());
        Integer count = partitions(List.of(changelog)).get(changelog);
        if (count != null && count != inputCount) {
            throw new StartupException(
                    "The input topics have " + inputCount + " partitions, and the state of the application "
                            + options.applicationId() + " has " + count + " (" + changelog
                            + "). A count must not change under an application's state: keys have moved away from what is"
                            + " remembered of them. It takes new topics and a new application-id:"
                            + " deploy/README.md#partitions says how.");
        }
    }

    /** A broker that has created a topic may need a moment until it can describe it. */
    private Map<String, Integer> partitionsOnceKnown(List<String> topics) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Integer> partitions = partitions(topics);
        while (partitions.size() < topics.size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            partitions = partitions(topics);
        }
        return partitions;
    }

    private Map<String, Integer> partitions(List<String> topics) {
        Map<String, Integer> partitions = new HashMap<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            try {
                TopicDescription found = get(description);
                partitions.put(topic, found.partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed("cannot look at the topic " + topic, e);
                }
            }
        });
        return partitions;
    }

    private <T> T get(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StartupException("Kafka at " + options.brokers() + " did not answer within "
                    + PATIENCE.toSeconds() + " s. Is kafka.bootstrap.servers right, and the security configured?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("stopped while looking at the topics");
        }
    }

    private StartupException failed(String what, ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new StartupException(
                "At Kafka " + options.brokers() + " the detector " + what + ": " + cause.getMessage(), cause);
    }
}
