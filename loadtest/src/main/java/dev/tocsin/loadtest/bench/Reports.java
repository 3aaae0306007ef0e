package dev.tocsin.loadtest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder into which reports are written, each over the one before. */
record Reports(Path folder) {
    /**
     * Writes a page for people and lines of JSON for programs.
     *
     * @param name of the files, without their ends
     * @return the page
     */
    Path write(String name, Report report) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".jsonl"), report.jsonLines());
            return Files.writeString(folder.resolve(name + ".html"), Html.page(report));
        } catch (IOException e) {
            throw new BenchException("the report cannot be written to " + folder + ": " + e.getMessage());
        }
    }
}
