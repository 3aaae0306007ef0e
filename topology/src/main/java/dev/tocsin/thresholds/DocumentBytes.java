package dev.tocsin.thresholds;

import dev.tocsin.yaml.Fault;
import dev.tocsin.yaml.Faults;
import dev.tocsin.yaml.InvalidDocumentException;
import dev.tocsin.yaml.TextFile;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the documents of records that anybody may have written, and keeps what is said of them short. */
final class DocumentBytes {
    /** As many as a person mends in one sitting. */
    private static final int FAULTS_TOLD = 20;

    private static final int LONGEST = 300;

    private DocumentBytes() {}

    static String decode(String name, ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return TextFile.decode(bytes, new Faults(faults -> new InvalidThresholdsException(name, faults)));
    }

    /** Its faults without the document's name. */
    static String sentence(InvalidDocumentException e) {
        List<Fault> faults = e.faults();
        String told = faults.stream()
                .limit(FAULTS_TOLD)
                .map(fault -> shortened(fault.toString(), LONGEST))
                .collect(Collectors.joining("; "));
        int more = faults.size() - FAULTS_TOLD;
        return more > 0 ? told + "; and " + more + " more" : told;
    }

    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
