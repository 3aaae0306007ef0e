package dev.tocsin.loadtest.chaos;

import dev.tocsin.loadtest.machine.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a failing disk does to the files of a database. */
final class Damage {
    private static final int BYTES = 4_096;

    private Damage() {}

    /**
     * Overwrites a part of one data file with noise; of a manifest when there is no data file.
     *
     * @return what was done, for people; null when there was nothing to damage
     */
    static @Nullable String corrupt(Path state, Random random) throws IOException {
        List<Path> files = Trees.files(state);
        List<Path> data = ending(files, ".sst");
        List<Path> candidates = data.isEmpty() ? containing(files, "MANIFEST") : data;
        if (candidates.isEmpty()) {
            return null;
        }
        Path victim = candidates.get(random.nextInt(candidates.size()));
        long size = Files.size(victim);
        byte[] noise = new byte[(int) Math.min(BYTES, Math.max(1, size / 2))];
        random.nextBytes(noise);
        try (FileChannel file = FileChannel.open(victim, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(noise), (size - noise.length) / 2);
        }
        return noise.length + " of " + size + " bytes of " + state.relativize(victim);
    }

    private static List<Path> ending(List<Path> files, String end) {
        return files.stream().filter(file -> file.toString().endsWith(end)).toList();
    }

    private static List<Path> containing(List<Path> files, String part) {
        return files.stream()
                .filter(file -> file.getFileName().toString().contains(part))
                .toList();
    }
}
