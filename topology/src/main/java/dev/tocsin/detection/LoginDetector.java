package dev.tocsin.detection;

import dev.tocsin.account.Login;
import java.time.Duration;
import java.util.List;

/** What detectors that look at logins have in common: a profile, settings, and no interest in changes. */
abstract class LoginDetector<S extends DetectorSettings> implements Detector {
    private final Profile profile;
    private final S settings;

    LoginDetector(Profile profile, S settings) {
        this.profile = profile;
        this.settings = settings;
    }

    abstract Finding examine(Moment moment, Login login);

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
    public final Finding examine(Moment moment) {
        return moment.event() instanceof Login login ? examine(moment, login) : Finding.QUIET;
    }

    /** A signal that rests on this one login. */
    final Signal signal(Severity severity, int confidence, String discriminator, Evidence login, Facts facts) {
        return signal(severity, confidence, discriminator, List.of(login), facts);
    }

    final Signal signal(Severity severity, int confidence, String discriminator, List<Evidence> evidence, Facts facts) {
        return new Signal(profile.id(), severity, confidence, discriminator, evidence, facts.map(), null);
    }
}
