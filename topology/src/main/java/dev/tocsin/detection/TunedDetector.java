package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.Login;
import java.time.Duration;
import java.util.List;

/** What all detectors have in common: a profile, settings, and an eye for some kinds of event. */
abstract class TunedDetector<S extends DetectorSettings> implements Detector {
    private final Profile profile;
    private final S settings;

    TunedDetector(Profile profile, S settings) {
        this.profile = profile;
        this.settings = settings;
    }

    final S settings() {
        return settings;
    }

    @Override
    public final Profile profile() {
        return profile;
    }

    @Override
    public final Duration cooldown() {
        return settings.cooldown();
    }

    @Override
    public final Finding examine(Moment moment, Look look) {
        return moment.event() instanceof Login login
                ? examine(moment, login, look)
                : examine(moment, (AccountChange) moment.event(), look);
    }

    Finding examine(Moment moment, Login login, Look look) {
        look.sees("event", "login", "account change", false);
        return Finding.QUIET;
    }

    Finding examine(Moment moment, AccountChange change, Look look) {
        look.sees("event", "account change", "login", false);
        return Finding.QUIET;
    }

    /** A signal that rests on one event. */
    final Signal signal(Severity severity, int confidence, String discriminator, Evidence event, Facts facts) {
        return signal(severity, confidence, discriminator, List.of(event), facts);
    }

    final Signal signal(Severity severity, int confidence, String discriminator, List<Evidence> evidence, Facts facts) {
        return new Signal(profile.id(), severity, confidence, discriminator, evidence, facts.map(), null);
    }
}
