package dev.tocsin.sandbox;

/** Tells a newcomer, in the terminal, where everything is and what to type next. */
final class SandboxGuide {

    private SandboxGuide() {}

    static String of(String bootstrapServers, String registryUrl) {
        return """

                Kafka             %s    (plaintext, no authentication)
                Schema registry   %s    (Confluent's REST API)
                Topics            %s

                See the schemas:      curl %2$s/subjects
                Run the detector:     deploy/tocsin run    (in another terminal)
                Stop:                 Ctrl-C; topics and schemas stay. Start empty: deploy/tocsin sandbox --fresh
                """.formatted(
                        bootstrapServers,
                        registryUrl,
                        String.join(", ", SandboxTopics.NAMES) + ", " + SandboxTopics.THRESHOLDS);
    }
}
