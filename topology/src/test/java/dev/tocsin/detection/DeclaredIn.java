package dev.tocsin.detection;

import java.util.Locale;

/** Finds the class that a detector of the catalogue is written in: its own, or the declaration of a sequence. */
final class DeclaredIn {
    private static final Package HERE = DetectorCatalog.class.getPackage();

    private DeclaredIn() {}

    static Class<?> classOf(DetectorCatalog.Item<?> item) {
        Class<?> maker = item.withSettings(item.defaults()).getClass();
        if (maker != SequenceDetector.class) {
            return maker;
        }
        try {
            return Class.forName(HERE.getName() + '.' + camel(item.id()));
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("no class declares the sequence " + item.id(), missing);
        }
    }

    /** The name of a class for an id: {@code NewCity} for {@code new-city}. */
    static String camel(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
