package dev.tocsin.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reports as JSON. */
public final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // of a newer detector
            .build();

    private ReportJson() {}

    public static String write(Report report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // records of texts and numbers can always be written
        }
    }

    /**
     * Reads what another process wrote.
     *
     * @throws IllegalArgumentException when it is no report
     */
    public static Report read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.path("detectors").isArray() || !json.path("accountId").isTextual()) {
                throw new IllegalArgumentException("no report");
            }
            return JSON.treeToValue(json, Report.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no report", e);
        }
    }
}
