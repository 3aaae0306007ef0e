package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.event.Alert;
import dev.tocsin.event.LoginEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What goes before the record, and which schema is named there. */
class AvroEncoderTest {
    private final SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://encoder"));

    @Test
    void zero_and_id_go_before_the_record() {
        AvroEncoder<LoginEvent> encoder = new AvroEncoder<>(registry, "a-value", LoginEvent.class, true);

        byte[] bytes = encoder.encode(Samples.minimalLogin());

        assertThat(bytes).startsWith(0, 0, 0, 0, encoder.prepare()).contains('e', '1');
    }

    @Test
    void registered_schema_is_the_released_file() throws IOException {
        int id = new AvroEncoder<>(registry, "b-value", Alert.class, true).prepare();
        String released = Files.readString(Path.of("released", "0.1.0", "Alert.avsc"));

        assertThat(registry.schemaById(id))
                .isEqualTo(new Schema.Parser().parse(released).toString());
        assertThat(registry.register("b-value", released)).isEqualTo(id);
    }

    @Test
    void schema_that_may_not_be_registered_must_be_there() {
        AvroEncoder<LoginEvent> careful = new AvroEncoder<>(registry, "c-value", LoginEvent.class, false);
        assertThatThrownBy(careful::prepare)
                .isInstanceOf(SchemaNotFoundException.class)
                .hasMessageContaining("c-value");

        int id = new AvroEncoder<>(registry, "c-value", LoginEvent.class, true).prepare();

        assertThat(careful.prepare()).isEqualTo(id);
    }

    @Test
    void record_that_breaks_its_schema_is_refused_by_name() {
        AvroEncoder<LoginEvent> encoder = new AvroEncoder<>(registry, "d-value", LoginEvent.class, true);

        assertThatThrownBy(() -> encoder.encode(new LoginEvent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This LoginEvent breaks its schema")
                .hasMessageContaining("event_id");
    }
}
