package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.event.LoginEvent;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An outage delays records and loses none: what is known keeps working, the rest waits, nothing is remembered of it. */
class RegistryOutageTest {
    private final FakeRegistry fake = FakeRegistry.start();
    private final SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", fake.url()));
    private final AvroEncoder<LoginEvent> encoder = new AvroEncoder<>(registry, "l-value", LoginEvent.class, true);
    private final AvroDecoder<LoginEvent> decoder = new AvroDecoder<>(registry, LoginEvent.class);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void known_id_needs_no_registry() {
        byte[] bytes = encoder.encode(Samples.fullLogin());
        decoder.decode(bytes);
        int asked = fake.paths().size();

        fake.close();

        assertThat(decoder.decode(encoder.encode(Samples.minimalLogin()))).isEqualTo(Samples.minimalLogin());
        assertThat(fake.paths()).hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 401, 403, 404})
    void new_id_waits_while_the_registry_refuses_and_decodes_when_it_is_back(int status) {
        byte[] bytes = encoder.encode(Samples.fullLogin());
        fake.answerAll(status, "<html>Sorry</html>");

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> decoder.decode(bytes)).isInstanceOf(RegistryUnavailableException.class);
        }
        fake.behave();

        assertThat(decoder.decode(bytes)).isEqualTo(Samples.fullLogin());
    }

    @Test
    void encoder_waits_too() {
        fake.closeConnections();
        assertThatThrownBy(encoder::prepare).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> encoder.encode(Samples.fullLogin())).isInstanceOf(RegistryUnavailableException.class);

        fake.behave();

        assertThat(decoder.decode(encoder.encode(Samples.fullLogin()))).isEqualTo(Samples.fullLogin());
    }
}
