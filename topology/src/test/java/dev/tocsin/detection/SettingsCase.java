package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Supplier;

/** Settings that are refused with a sentence, or accepted under a name. */
record SettingsCase(String words, Supplier<? extends DetectorSettings> settings) {
    static SettingsCase given(String words, Supplier<? extends DetectorSettings> settings) {
        return new SettingsCase(words, settings);
    }

    void isRefused() {
        assertThatIllegalArgumentException().isThrownBy(settings::get).withMessageContaining(words);
    }

    void isAccepted() {
        assertThatCode(settings::get).as(words).doesNotThrowAnyException();
    }

    @Override
    public String toString() {
        return words;
    }
}
