package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** What can be said of the image itself. */
@NeedsDocker
class ImageIT {
    @Test
    void the_same_sources_give_the_same_layers() {
        Platform.buildImage("tocsin:again", "--", "--no-cache");

        assertThat(layers("tocsin:again"))
                .hasSizeGreaterThan(2)
                .isEqualTo(layers(Platform.get().image()));
    }

    @Test
    void it_runs_without_root_and_says_when_it_lives() throws Exception {
        Deployment deployment = Deployment.create("image", 1);
        try (Instance instance = new Instance(deployment).startReady()) {
            assertThat(instance.exec("id", "-u").getStdout()).isEqualToIgnoringNewLines("10001");
            assertThat(instance.exec("touch", "/opt/tocsin/app/x").getExitCode())
                    .isNotZero();
            await().atMost(Instance.PATIENCE)
                    .untilAsserted(() -> assertThat(health(instance.state())).isEqualTo("healthy"));
        }
    }

    @Test
    void it_carries_a_list_of_what_is_in_it() throws Exception {
        Deployment deployment = Deployment.create("listed", 1);
        try (Instance instance = new Instance(deployment).startReady()) {
            JsonNode list = new JsonMapper()
                    .readTree(instance.exec("cat", "/opt/tocsin/sbom.cdx.json").getStdout());
            List<String> files =
                    instance.exec("ls", "/opt/tocsin/lib").getStdout().lines().toList();

            assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
            List<String> listed = list.path("components").findValuesAsText("purl");
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(listed)
                    .anyMatch(purl -> file.startsWith(purl.replaceAll("^pkg:maven/[^/]*/(.*)@(.*)\\?.*$", "$1-$2"))));
        }
    }

    @Test
    void without_a_configuration_it_says_what_is_missing() throws Exception {
        Deployment deployment = Deployment.create("unconfigured", 1);
        try (Instance instance = new Instance(deployment).withEnv("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "")) {
            assertThat(instance.startRefused())
                    .contains("kafka.bootstrap.servers: is missing")
                    .doesNotContain("\tat ");
        }
    }

    private static String health(ContainerState state) {
        return String.valueOf(Objects.requireNonNull(state.getHealth()).getStatus());
    }

    private static List<String> layers(String image) {
        InspectImageResponse inspected =
                DockerClientFactory.instance().client().inspectImageCmd(image).exec();
        return List.copyOf(Objects.requireNonNull(
                Objects.requireNonNull(inspected.getRootFS()).getLayers()));
    }
}
