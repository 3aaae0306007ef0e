package dev.tocsin.serde;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.event.AuthMethod;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.Evidence;
import dev.tocsin.event.FailureReason;
import dev.tocsin.event.Initiator;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Mfa;
import dev.tocsin.event.Network;
import dev.tocsin.event.RecommendedAction;
import dev.tocsin.event.Severity;
import dev.tocsin.event.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records to send: with every field set, and with nothing but what is required. */
final class Samples {
    private static final Instant THEN = Instant.parse("2026-11-20T08:15:30.123Z");

    private Samples() {}

    static LoginEvent fullLogin() {
        return LoginEvent.newBuilder()
                .setEventId("01JD4T7Q8MZK3V5N6P7R8S9T0A")
                .setAccountId("seller-4711")
                .setSegment("seller")
                .setOccurredAt(THEN)
                .setOutcome(LoginOutcome.MFA_DENIED)
                .setFailureReason(FailureReason.MFA_FAILED)
                .setAuthMethod(AuthMethod.PASSWORD)
                .setMfa(Mfa.FAILED)
                .setSource(fullSource())
                .build();
    }

    static LoginEvent minimalLogin() {
        return LoginEvent.newBuilder()
                .setEventId("e1")
                .setAccountId("a1")
                .setOccurredAt(THEN)
                .setOutcome(LoginOutcome.SUCCEEDED)
                .build();
    }

    static AccountChangeEvent fullChange() {
        return AccountChangeEvent.newBuilder(minimalChange())
                .setSegment("seller")
                .setInitiator(Initiator.SUPPORT)
                .setMfa(Mfa.PASSED)
                .setOldValueHash("5e884898da280471")
                .setNewValueHash("6b3a55e0261b0304")
                .setSource(fullSource())
                .build();
    }

    static AccountChangeEvent minimalChange() {
        return AccountChangeEvent.newBuilder()
                .setEventId("e2")
                .setAccountId("a1")
                .setOccurredAt(THEN)
                .setChange(ChangeType.PAYOUT_CHANGED)
                .build();
    }

    static Alert fullAlert() {
        return Alert.newBuilder(minimalAlert())
                .setSegment("seller")
                .setLate(true)
                .setHoldUntil(THEN.plusSeconds(259_200))
                .setEvidence(List.of(new Evidence("e1", "password reset", THEN), new Evidence("e2", "payout", THEN)))
                .setFacts(Map.of("gap_minutes", "14"))
                .setTechniques(List.of("T1098", "T1657"))
                .setSuppressedBy("shadow")
                .build();
    }

    static Alert minimalAlert() {
        return Alert.newBuilder()
                .setAlertId("b7c1")
                .setStatus(AlertStatus.RAISED)
                .setAccountId("a1")
                .setDetector("reset-then-payout-change")
                .setSeverity(Severity.CRITICAL)
                .setConfidence(90)
                .setOccurredAt(THEN)
                .setRaisedAt(THEN.plusMillis(20))
                .setTitle("Payout changed after a password reset")
                .setSummary("Reset at 08:01, payout destination changed 14 minutes later (threshold 1 h).")
                .setOwnerMessage("Your payout details were changed shortly after your password was reset.")
                .setRecommendedAction(RecommendedAction.HOLD_PAYOUT)
                .setThresholdsVersion("default-1")
                .build();
    }

    private static Source fullSource() {
        return Source.newBuilder()
                .setIp("2001:db8::17")
                .setCountry("DE")
                .setRegion("BE")
                .setCity("Berlin")
                .setLatitude(52.52)
                .setLongitude(13.405)
                .setRadiusKm(20)
                .setAsn(4_294_967_295L)
                .setDeviceId("d-1")
                .setUserAgent("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0")
                .setSessionId("s-1")
                .setNetwork(Network.BUSINESS)
                .build();
    }
}
