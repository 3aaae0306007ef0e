package dev.tocsin.yaml;

import java.util.List;
import java.util.Map;

/** A part of a document. Text is kept as it was written; whoever asks for a value says what it must look like. */
sealed interface Node {
    int line();

    /** The node in a fault: {@code found ...}. */
    String found();

    /** Text, quoted or plain. */
    record Text(String text, int line) implements Node {
        private static final int SHOWN = 60;

        @Override
        public String found() {
            String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
            return '"' + shown + '"';
        }
    }

    /** A key without a value. */
    record Nothing(int line) implements Node {
        @Override
        public String found() {
            return "nothing";
        }
    }

    /** Keys and what they hold, in the order of the document. */
    record Keys(Map<String, Node> entries, int line) implements Node {
        @Override
        public String found() {
            return "a map of keys";
        }
    }

    /** Several nodes. */
    record Items(List<Node> items, int line) implements Node {
        @Override
        public String found() {
            return "a list";
        }
    }
}
