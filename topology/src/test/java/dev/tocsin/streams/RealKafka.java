package dev.tocsin.streams;

import dev.tocsin.sandbox.Sandbox;
import dev.tocsin.sandbox.SandboxOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;

/** The one broker and registry of this test JVM. */
final class RealKafka {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.temporary());
    private static final AtomicInteger RUNS = new AtomicInteger();

    private RealKafka() {}

    static Sandbox sandbox() {
        return SANDBOX;
    }

    static String bootstrap() {
        return SANDBOX.bootstrapServers();
    }

    static Map<String, Object> registry() {
        return Map.of("schema.registry.url", SANDBOX.registryUrl());
    }

    /** A name that no other test uses. */
    static String freshName() {
        return "t" + RUNS.incrementAndGet();
    }

    static Topics topics(String run) {
        return new Topics(
                run + "-logins",
                run + "-changes",
                run + "-alerts",
                run + "-suppressed",
                run + "-dead-letters",
                run + "-thresholds");
    }

    static Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap()));
    }

    /** The {@code group.instance.id} of each static member. */
    static List<String> members(String group) throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(found -> found.members().stream())
                    .flatMap(member -> member.groupInstanceId().stream())
                    .toList();
        }
    }
}
