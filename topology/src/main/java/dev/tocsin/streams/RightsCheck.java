package dev.tocsin.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker whether this principal may do all that the detector does.
 *
 * <p>Otherwise a missing right shows when it is first needed: the one to write alerts at the first alert, days later.
 * Brokers tell about topics and groups; what they do not tell, such as about a transactional id, is not found here.
 */
final class RightsCheck {
    private static final int PATIENCE_SECONDS = 30;

    private final Admin admin;
    private final StreamsOptions options;
    private final String changelog;
    private final List<String> missing = new ArrayList<>();

    RightsCheck(Admin admin, StreamsOptions options) {
        this.admin = admin;
        this.options = options;
        this.changelog = Names.changelog(options.applicationId());
    }

    /**
     * Returns when nothing is missing.
     *
     * @throws StartupException naming every missing right
     */
    void check() {
        checkTopics();
        checkGroup();
        if (!missing.isEmpty()) {
            throw new StartupException("Kafka at " + options.brokers()
                    + " does not let this principal do what the detector does. It lacks " + String.join(", ", missing)
                    + ". Grant that; deploy/SECURITY.md lists all rights that are needed.");
        }
    }

    private void checkTopics() {
        Map<String, Set<AclOperation>> needed = needed();
        admin.describeTopics(needed.keySet(), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .forEach((topic, answer) -> {
                    Answer<Set<AclOperation>> granted = ask(answer.thenApply(found -> found.authorizedOperations()));
                    if (granted.failure() instanceof UnknownTopicOrPartitionException && topic.equals(changelog)) {
                        checkCreation();
                    }
                    compare(needed.getOrDefault(topic, Set.of()), granted, "topic " + topic);
                });
    }

    private Map<String, Set<AclOperation>> needed() {
        Topics topics = options.topics();
        Map<String, Set<AclOperation>> needed = new LinkedHashMap<>();
        for (String topic : List.of(topics.logins(), topics.accountChanges(), topics.thresholds())) {
            needed.put(topic, Set.of(AclOperation.READ));
        }
        for (String topic : List.of(topics.alerts(), topics.suppressed(), topics.deadLetters())) {
            needed.put(topic, Set.of(AclOperation.WRITE));
        }
        needed.put(changelog, Set.of(AclOperation.READ, AclOperation.WRITE));
        return needed;
    }

    /** Kafka Streams creates the changelog; a rehearsal tells whether it may. */
    private void checkCreation() {
        NewTopic topic = new NewTopic(changelog, Optional.of(1), Optional.empty());
        Answer<Void> answer = ask(admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true))
                .all());
        if (answer.failure() instanceof AuthorizationException) {
            missing.add(AclOperation.CREATE + " on the topic " + changelog);
        }
    }

    private void checkGroup() {
        String group = options.applicationId();
        Answer<Set<AclOperation>> granted = ask(admin.describeConsumerGroups(
                        List.of(group), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .describedGroups()
                .values()
                .iterator()
                .next()
                .thenApply(found -> found.authorizedOperations()));
        compare(Set.of(AclOperation.READ), granted, "group " + group);
    }

    private void compare(Set<AclOperation> needed, Answer<Set<AclOperation>> granted, String where) {
        Set<AclOperation> operations = granted.failure() instanceof AuthorizationException ? Set.of() : granted.value();
        if (operations != null) {
            needed.stream()
                    .filter(operation -> !operations.contains(operation))
                    .sorted()
                    .forEach(operation -> missing.add(operation + " on the " + where));
        }
    }

    /** Either is null; both are when the broker has nothing to tell. */
    private record Answer<T>(@Nullable T value, @Nullable Throwable failure) {}

    private <T> Answer<T> ask(KafkaFuture<T> future) {
        try {
            return new Answer<>(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS), null);
        } catch (ExecutionException e) {
            return new Answer<>(null, e.getCause());
        } catch (TimeoutException e) {
            return new Answer<>(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("stopped while asking for rights");
        }
    }
}
