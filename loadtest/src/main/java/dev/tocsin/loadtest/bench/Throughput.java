package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.bench.Variant.Lane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures all variants side by side.
 *
 * <pre>
 *   for each number of accounts
 *     fill the stores                                     not measured
 *     for each round, and in it for each guarantee and number of threads
 *       append a slice to the topics                      not measured
 *       for each variant, in alternating order            a JVM of its own: warm-up, passes, cool-down
 *     hold outputs against what they must be
 * </pre>
 *
 * <p>A variant that keeps state goes on where it was in the round before, so its store is filled once and never young.
 */
final class Throughput {
    private final Runner runner;
    private final Grid grid;
    private final Scale scale;
    private final Consumer<String> progress;
    private final Audit audit;
    private final Map<Setup, List<Round>> rounds = new LinkedHashMap<>();
    private @Nullable Input copies;
    private int copyRuns;

    Throughput(Runner runner, Grid grid, Scale scale, Consumer<String> progress) {
        this.runner = runner;
        this.grid = grid;
        this.scale = scale;
        this.progress = progress;
        this.audit = new Audit(runner.cluster());
    }

    /**
     * Measures everything.
     *
     * @param sofar is given all rounds of each setup whenever a number of accounts is through and its outputs were right
     */
    void measure(Consumer<Map<Setup, List<Round>>> sofar) {
        if (grid.has(Lane.COPY)) {
            Slice slice = scale.slice(Lane.COPY);
            copies = new Input(runner.cluster(), "copy", grid.accounts().get(0), Expected.NOTHING);
            copies.append(slice.records());
        }
        for (int i = 0; i < grid.accounts().size(); i++) {
            measure(grid.accounts().get(i), i == 0);
            sofar.accept(rounds);
        }
    }

    private void measure(long accounts, boolean withCopies) {
        Oracle oracle = new Oracle(TopicNames.logins(name(Lane.KEYED, accounts)));
        NewcomerOracle newcomers = new NewcomerOracle(TopicNames.logins(name(Lane.DSL, accounts)));
        Expected alerts = grid.variants().contains(Variant.TOCSIN) ? oracle : Expected.NOTHING;
        Map<Lane, Input> inputs = new EnumMap<>(Lane.class);
        for (Lane lane : List.of(Lane.KEYED, Lane.DSL)) {
            if (grid.has(lane)) {
                inputs.put(lane, filled(lane, accounts, lane == Lane.DSL ? newcomers : alerts));
            }
        }
        for (int round = 0; round < grid.rounds(); round++) {
            for (Grid.Mode mode : grid.modes()) {
                inputs.forEach((lane, input) -> input.append(scale.slice(lane).records()));
                for (Variant variant : grid.order(round)) {
                    if (withCopies || variant.lane() != Lane.COPY) {
                        measure(Setup.of(variant, accounts, mode), inputs);
                    }
                }
            }
        }
        for (Variant variant : grid.variants()) {
            String application = application(variant, accounts);
            switch (variant) {
                case CONSUME_PRODUCE, PASS_THROUGH -> {} // held against their input after each run
                case GET_PUT -> audit.sampled(application, input(inputs, Lane.KEYED));
                case TOCSIN -> audit.alerts(application, input(inputs, Lane.KEYED), oracle, 0);
                case DSL -> audit.found(application, input(inputs, Lane.DSL), newcomers);
            }
        }
    }

    private static Input input(Map<Lane, Input> inputs, Lane lane) {
        return Objects.requireNonNull(inputs.get(lane), "filled before");
    }

    private Input filled(Lane lane, long accounts, Expected expected) {
        long fill = scale.fill(lane, accounts);
        Input input = new Input(runner.cluster(), name(lane, accounts), accounts, expected);
        input.append(fill);
        for (Variant variant : variants(lane)) {
            Setup setup = new Setup(variant, accounts, Guarantee.AT_LEAST_ONCE, 1);
            String application = application(variant, accounts);
            if (variant != Variant.TOCSIN) { // which makes its topics itself
                runner.cluster().create(TopicNames.output(application));
            }
            if (fill == 0) {
                continue;
            }
            progress.accept("filling " + variant.letter() + ", " + fill + " records of "
                    + input.traffic().accountsSeen() + " accounts");
            runner.run(setup, application, input.name(), Slice.unmeasured(fill));
        }
        return input;
    }

    private static String name(Lane lane, long accounts) {
        return lane.name().toLowerCase(Locale.ROOT) + '-' + accounts;
    }

    private List<Variant> variants(Lane lane) {
        return grid.variants().stream()
                .filter(variant -> variant.lane() == lane)
                .toList();
    }

    private static String application(Variant variant, long accounts) {
        return variant.letter() + "-" + accounts;
    }

    private void measure(Setup setup, Map<Lane, Input> inputs) {
        Input input = inputs.get(setup.variant().lane());
        List<Pass> measured = input == null ? copy(setup) : keep(setup, input);
        int seen = input == null ? 0 : input.traffic().accountsSeen();
        rounds.computeIfAbsent(setup, key -> new ArrayList<>()).add(new Round(seen, measured));
        progress.accept(Lines.progress(setup, measured));
    }

    private List<Pass> keep(Setup setup, Input input) {
        String application = application(setup.variant(), setup.accounts());
        Slice slice = scale.slice(setup.variant().lane());
        Measured measured = runner.run(setup, application, input.name(), slice);
        audit.committed(application, input);
        return measured.passes();
    }

    private List<Pass> copy(Setup setup) {
        Input input = Objects.requireNonNull(copies);
        String application = setup.variant().letter() + "-run-" + ++copyRuns;
        String output = TopicNames.output(application);
        runner.cluster().create(output);
        Measured measured = runner.run(setup, application, input.name(), scale.slice(Lane.COPY));
        audit.committed(application, input);
        audit.copied(application, input);
        runner.cluster().delete(List.of(output));
        return measured.passes();
    }
}
