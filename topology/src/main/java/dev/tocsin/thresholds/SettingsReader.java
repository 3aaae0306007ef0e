package dev.tocsin.thresholds;

import dev.tocsin.yaml.Section;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one settings record from its section; what is missing keeps its default.
 *
 * <p>A record's constructor stops at its first refusal. So that a person sees them all, each given value is also tried on
 * its own among defaults, where a refusal that begins with the value's own key is about that value alone; then all of
 * them together without those that were refused.
 */
final class SettingsReader<R> {
    private final Section section;
    private final R defaults;
    private final List<Setting> settings;

    private SettingsReader(Section section, R defaults) {
        this.section = section;
        this.defaults = defaults;
        this.settings = Setting.of(defaults.getClass());
    }

    /** The settings; the defaults if a fault was noted. */
    static <R> R read(Section section, R defaults) {
        return new SettingsReader<>(section, defaults).read();
    }

    private R read() {
        Object[] defaultValues = defaultValues();
        Object[] values = defaultValues.clone();
        for (int i = 0; i < values.length; i++) {
            Optional<?> given =
                    section.find(settings.get(i).key(), settings.get(i).value());
            values[i] = given.isPresent() ? given.get() : values[i];
        }
        try {
            return make(values);
        } catch (IllegalArgumentException refusal) {
            note(refusal, defaultValues, values);
            return defaults;
        }
    }

    private void note(IllegalArgumentException first, Object[] defaultValues, Object[] values) {
        Set<String> sentences = new LinkedHashSet<>();
        Set<String> mendedKeys = new LinkedHashSet<>();
        Object[] mended = values.clone();
        for (int i = 0; i < values.length; i++) {
            String key = settings.get(i).key();
            Object[] alone = defaultValues.clone();
            alone[i] = values[i];
            Optional<String> own = refusal(alone).filter(sentence -> isAbout(sentence, key));
            if (own.isPresent()) {
                sentences.add(own.get());
                mendedKeys.add(key);
                mended[i] = defaultValues[i];
            }
        }
        refusal(mended)
                .filter(sentence -> mendedKeys.stream().noneMatch(sentence::contains))
                .ifPresent(sentences::add);
        (sentences.isEmpty() ? Set.of(sentence(first)) : sentences).forEach(this::note);
    }

    private static boolean isAbout(String sentence, String key) {
        return sentence.startsWith(key + ' ');
    }

    private void note(String sentence) {
        for (Setting setting : settings) {
            String key = setting.key();
            if (isAbout(sentence, key) && section.has(key)) {
                section.fault(key, sentence.substring(key.length() + 1) + ", found " + section.found(key));
                return;
            }
        }
        section.fault(sentence);
    }

    private Optional<String> refusal(Object[] values) {
        try {
            make(values);
            return Optional.empty();
        } catch (IllegalArgumentException refusal) {
            return Optional.of(sentence(refusal));
        }
    }

    private static String sentence(IllegalArgumentException refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private Object[] defaultValues() {
        List<Object> values = new ArrayList<>();
        for (Setting setting : settings) {
            values.add(setting.get(defaults));
        }
        return values.toArray();
    }

    @SuppressWarnings("unchecked") // the class of an R makes an R
    private R make(Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(defaults.getClass().getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (R) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible); // every record has this constructor
        }
    }
}
