package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** One setting of one detector, and the detector with other values of it. */
record SettingOf(DetectorCatalog.Item<?> item, RecordComponent component) {
    private static final double[] FACTORS = {0.02, 0.25, 0.5, 0.9, 1.1, 1.5, 2, 3, 4};

    /** For durations as well, which may be shipped as nought, or as a minute among hours. */
    private static final double[] HOURS = {0.5, 12, 24, 240, 1_000, 7_000};

    /** Each may not be longer than the next. */
    private static final List<String> ASCENDING = List.of("criticalWithin", "highWithin", "window");

    /** Which way a setting is looser, that is, lets more pass. */
    enum Looser {
        HIGHER,
        LOWER,
        /** Nought switches off what the setting does, and is the tightest. */
        LOWER_BUT_NOT_NOUGHT
    }

    /** A detector with another value. */
    record Variant(SettingOf setting, double value, boolean isLooser, Detector detector) {
        @Override
        public String toString() {
            return "%s with %s of %s".formatted(setting, isLooser ? "a looser value" : "a tighter value", value);
        }
    }

    static Stream<SettingOf> all() {
        return DetectorCatalog.items().stream()
                .flatMap(item -> Stream.of(item.settingsType().getRecordComponents())
                        .map(component -> new SettingOf(item, component)));
    }

    String name() {
        return component.getName();
    }

    /** Values around the shipped one, as far as the record accepts them. */
    List<Variant> variants(Looser direction) {
        double shipped = number(shipped(component));
        DoubleStream near = DoubleStream.concat(
                DoubleStream.of(0, shipped - 1, shipped + 1),
                Arrays.stream(FACTORS).map(factor -> factor * shipped));
        DoubleStream far = component.getType() == Duration.class
                ? Arrays.stream(HOURS).map(hours -> hours * 3_600_000)
                : DoubleStream.empty();
        List<Variant> variants = new ArrayList<>();
        DoubleStream.concat(near, far)
                .map(this::whole)
                .distinct()
                .filter(value -> value != shipped)
                .forEach(value -> with(value)
                        .ifPresent(detector ->
                                variants.add(new Variant(this, value, isLooser(direction, value, shipped), detector))));
        return variants;
    }

    private double whole(double value) {
        return component.getType() == double.class ? value : Math.rint(value);
    }

    private static boolean isLooser(Looser direction, double value, double shipped) {
        return switch (direction) {
            case HIGHER -> value > shipped;
            case LOWER -> value < shipped;
            case LOWER_BUT_NOT_NOUGHT -> shipped == 0 || (value != 0 && value < shipped);
        };
    }

    private Optional<Detector> with(double value) {
        RecordComponent[] components = item.settingsType().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean isThis = components[i].getName().equals(name());
            values[i] = isThis ? typed(value) : outOfTheWay(components[i], value);
        }
        return make(values).map(item::withSettings);
    }

    /** Where values must ascend, the others give way, and so move in the same direction. */
    private Object outOfTheWay(RecordComponent other, double value) {
        Object shipped = shipped(other);
        int own = ASCENDING.indexOf(name());
        int others = ASCENDING.indexOf(other.getName());
        if (!(shipped instanceof Duration duration) || own < 0 || others < 0) {
            return shipped;
        }
        Duration limit = Duration.ofMillis((long) value);
        boolean isInTheWay = others < own ? duration.compareTo(limit) > 0 : duration.compareTo(limit) < 0;
        return isInTheWay ? limit : duration;
    }

    private Object typed(double value) {
        if (component.getType() == Duration.class) {
            return Duration.ofMillis((long) value);
        }
        return component.getType() == int.class ? (Object) (int) value : (Object) value;
    }

    private static double number(Object value) {
        return value instanceof Duration duration ? duration.toMillis() : ((Number) value).doubleValue();
    }

    private Object shipped(RecordComponent which) {
        try {
            which.getAccessor().setAccessible(true);
            return which.getAccessor().invoke(item.defaults());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private Optional<DetectorSettings> make(Object[] values) {
        try {
            Constructor<?> constructor = item.settingsType().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return Optional.of((DetectorSettings) constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return item.id() + '.' + name();
    }
}
