package dev.tocsin.loadtest.demo;

import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.event.Evidence;
import dev.tocsin.event.RecommendedAction;
import dev.tocsin.event.Severity;
import dev.tocsin.loadtest.traffic.Story;
import dev.tocsin.loadtest.traffic.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A small world's stories, and alerts about them. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-20T14:03:21Z");

    private Samples() {}

    /** One story of each kind. */
    static List<Story> round() {
        World world = new World(3, 600, NOW);
        List<Story> stories = new ArrayList<>();
        while (stories.size() < World.storiesInRound()) {
            stories.add(world.story(NOW).orElseThrow());
        }
        return stories;
    }

    static Alert alert(String account, String detector, Severity severity, String completingEvent) {
        return Alert.newBuilder()
                .setAlertId(detector + account)
                .setStatus(AlertStatus.RAISED)
                .setAccountId(account)
                .setDetector(detector)
                .setSeverity(severity)
                .setConfidence(70)
                .setOccurredAt(NOW)
                .setRaisedAt(NOW)
                .setTitle("Login from a new country")
                .setSummary("Known so far: NO. This login: NG (never seen), new device, network HOSTING. Threshold: a"
                        + " country becomes known after 3 logins on 2 days, or one with MFA.")
                .setOwnerMessage("Was it you?")
                .setRecommendedAction(RecommendedAction.STEP_UP)
                .setEvidence(List.of(new Evidence("e-0", "before", NOW), new Evidence(completingEvent, "last", NOW)))
                .setThresholdsVersion("test")
                .build();
    }

    static Alert answering(Story story) {
        String detector = String.valueOf(story.expectation().detector());
        Severity severity = story.expectation().severity();
        String last = story.events().get(story.events().size() - 1).eventId();
        return alert(story.accountId(), detector, severity == null ? Severity.UNKNOWN : severity, last);
    }

    static Alert withdrawn(Alert alert) {
        return Alert.newBuilder(alert).setStatus(AlertStatus.WITHDRAWN).build();
    }
}
