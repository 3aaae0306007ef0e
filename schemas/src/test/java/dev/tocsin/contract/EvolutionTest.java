package dev.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guard lets good changes through and stops each kind of bad one. */
class EvolutionTest {
    private static final String BASE = """
            {"type":"record","name":"dev.tocsin.event.R","fields":[
             {"name":"id","type":"string"},
             {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
             {"name":"kind","type":{"type":"enum","name":"K","symbols":["A","B","UNKNOWN"],"default":"UNKNOWN"}},
             {"name":"note","type":["null","string"],"default":null},
             {"name":"count","type":"int","default":0},
             {"name":"tags","type":{"type":"array","items":{"type":"record","name":"T","fields":[
               {"name":"t","type":"string"}]}},"default":[]}
            ]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "doc | {\"name\":\"id\", | {\"name\":\"id\",\"doc\":\"new\",",
                "added field with default | {\"name\":\"note\", | {\"name\":\"new\",\"type\":\"int\",\"default\":1},{\"name\":\"note\",",
                "added symbol | [\"A\",\"B\", | [\"A\",\"B\",\"C\",",
                "moved symbol | [\"A\",\"B\", | [\"B\",\"A\",",
                "changed default | \"default\":0 | \"default\":1"
            })
    void good_change_passes(String name, String from, String to) {
        assertThat(faults(from, to)).as(name).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "renamed field | {\"name\":\"id\", | {\"name\":\"ident\", | R.id was removed or renamed",
                "renamed field with alias | {\"name\":\"note\", | {\"name\":\"remark\",\"aliases\":[\"note\"], | R.note was removed",
                "added without default | {\"name\":\"note\", | {\"name\":\"new\",\"type\":\"int\"},{\"name\":\"note\", | R.new was added without a default",
                "removed without default | {\"name\":\"id\",\"type\":\"string\"}, | `` | R.id was removed",
                "removed with default | {\"name\":\"count\",\"type\":\"int\",\"default\":0}, | `` | R.count was removed",
                "lost default | \"type\":\"int\",\"default\":0 | \"type\":\"int\" | R.count lost its default",
                "widened type | \"type\":\"int\",\"default\":0 | \"type\":\"long\",\"default\":0 | R.count changed its type",
                "changed unit | timestamp-millis | timestamp-micros | R.at changed its type",
                "lost unit | ,\"logicalType\":\"timestamp-millis\" | `` | R.at changed its type",
                "removed symbol | [\"A\",\"B\", | [\"A\", | R.kind lost the symbol B",
                "removed enum default | ],\"default\":\"UNKNOWN\" | ] | R.kind lost its enum default",
                "other enum default | ],\"default\":\"UNKNOWN\" | ],\"default\":\"A\" | R.kind lost its enum default",
                "made nullable | {\"name\":\"id\",\"type\":\"string\"} | {\"name\":\"id\",\"type\":[\"null\",\"string\"],\"default\":null} | R.id changed its type",
                "made required | [\"null\",\"string\"],\"default\":null | \"string\",\"default\":\"\" | R.note changed its type",
                "one branch more | [\"null\",\"string\"] | [\"null\",\"string\",\"int\"] | R.note changed its union",
                "renamed record | event.R | event.S | event.R was renamed",
                "renamed nested record | \"name\":\"T\" | \"name\":\"U\" | event.T was renamed",
                "nested field renamed | \"name\":\"t\" | \"name\":\"u\" | T.t was removed or renamed"
            })
    void bad_change_is_stopped(String name, String from, String to, String fault) {
        assertThat(faults(from, to)).as(name).anySatisfy(found -> assertThat(found)
                .contains(fault));
    }

    private static List<String> faults(String from, String to) {
        assertThat(BASE).contains(from);
        return Evolution.faults(parsed(BASE), parsed(BASE.replace(from, to)));
    }

    private static Schema parsed(String json) {
        return new Schema.Parser().parse(json);
    }
}
