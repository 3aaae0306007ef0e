package dev.tocsin.serde;

/**
 * Sorts what went wrong with a registry into our three exceptions.
 *
 * <p>The sorting decides what becomes of data: "not found" sends a record to the dead-letter topic for good,
 * "unavailable" makes the detector wait. So a 404 is "not found" only with one of Confluent's own error codes; the
 * 404 of a proxy or of a wrong path says nothing about schemas.
 */
final class RegistryFailures {
    /** A refusal's body may be a whole HTML page. */
    private static final int SHOWN_CHARS = 200;

    private static final String INCOMPATIBLE = "Change the schema so that it is compatible with every version of the"
            + " subject: add fields with a default, rename and remove nothing.";

    private static final String INVALID = "Send an Avro schema that is complete in itself, e.g. a released file.";

    private final String urls;

    RegistryFailures(String urls) {
        this.urls = urls;
    }

    RuntimeException answered(String what, int status, int errorCode, Exception cause) {
        String message =
                prefix(what) + (status == 404 ? "answered: " : "refused: ") + status + " " + shown(cause) + ". ";
        if (status == 404 && errorCode > 40400 && errorCode <= 40499) {
            return new SchemaNotFoundException(message + "Register the schema, or check what the sender uses.", cause);
        }
        if (status == 409 || status == 422) {
            return new SchemaRejectedException(message + (status == 409 ? INCOMPATIBLE : INVALID), cause);
        }
        return new RegistryUnavailableException(message + advice(status), cause);
    }

    RegistryUnavailableException unanswered(String what, Exception cause) {
        String message = prefix(what) + deepest(cause) + ". ";
        return new RegistryUnavailableException(message + "Check that it runs and can be reached from here.", cause);
    }

    /** The message that says most: the innermost cause's. */
    static String deepest(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + shown(deepest);
    }

    private String prefix(String what) {
        return "Schema registry " + urls + ", " + what + ": ";
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "Check the schema.registry.basic.auth.* or schema.registry.bearer.auth.* settings.";
            case 404 -> "This is not a registry's answer: check the path in " + RegistrySettings.URL + ".";
            default -> "Trying again may help.";
        };
    }

    private static String shown(Throwable thrown) {
        String text = String.valueOf(thrown.getMessage()).replaceAll("\\s+", " ");
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "...";
    }
}
