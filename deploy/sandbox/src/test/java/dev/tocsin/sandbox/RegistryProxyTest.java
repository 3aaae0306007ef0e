package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryProxyTest {

    @ParameterizedTest
    @CsvSource({
        "/subjects, /apis/ccompat/v7/subjects",
        "/, /apis/ccompat/v7/",
        "/schemas/ids/1?fetchMaxId=false, /apis/ccompat/v7/schemas/ids/1?fetchMaxId=false",
        "/apis/ccompat/v7/subjects, /apis/ccompat/v7/subjects",
        "/apis/registry/v3/system/info, /apis/registry/v3/system/info",
        "/subjects/a%2Fb%20c/versions?x=%26, /apis/ccompat/v7/subjects/a%2Fb%20c/versions?x=%26",
        "/apisubject, /apis/ccompat/v7/apisubject",
    })
    void path_is_looked_up_under_the_confluent_api_unless_it_names_an_api(String asked, String expected) {
        assertThat(RegistryProxy.target(URI.create(asked), 8080)).hasToString("http://127.0.0.1:8080" + expected);
    }
}
