package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import java.time.Duration;
import java.util.List;

/** What detectors that look at changes have in common: a profile, settings, and no interest in logins. */
abstract class ChangeDetector<S extends DetectorSettings> implements Detector {
    private final Profile profile;
    private final S settings;

    ChangeDetector(Profile profile, S settings) {
        this.profile = profile;
        this.settings = settings;
    }

    abstract Finding examine(Moment moment, AccountChange change);

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
        return moment.event() instanceof AccountChange change ? examine(moment, change) : Finding.QUIET;
    }

    final Signal signal(Severity severity, int confidence, String discriminator, List<Evidence> evidence, Facts facts) {
        return new Signal(profile.id(), severity, confidence, discriminator, evidence, facts.map(), null);
    }
}
