package dev.tocsin.loadtest.market;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides which visits are attacks, and has them told. */
final class Attacks {
    private static final long DRAW = 41;
    private static final long STORY = 42;

    private final Plan plan;
    private final MarketOptions options;
    private final Consumer<Label> labels;
    private final Attack[] kinds;
    private final double[] cumulated;
    private final double share;

    Attacks(Plan plan, MarketOptions options, Consumer<Label> labels) {
        this.plan = plan;
        this.options = options;
        this.labels = labels;
        this.kinds = Attack.all().stream()
                .filter(kind -> options.attacks().getOrDefault(kind, 0.0) > 0)
                .toArray(Attack[]::new);
        this.cumulated = new double[kinds.length];
        double sum = 0;
        for (int i = 0; i < kinds.length; i++) {
            sum += options.attacks().getOrDefault(kinds[i], 0.0);
            cumulated[i] = sum;
        }
        this.share = sum;
    }

    /** The attack that this visit is to be, if it can; null for nearly all. */
    @Nullable
    Attack draw(long visitKey) {
        double unit = Mix.unit(Mix.of(visitKey, DRAW));
        if (unit >= share) {
            return null;
        }
        int index = 0;
        while (unit >= cumulated[index]) {
            index++;
        }
        return kinds[index];
    }

    /** False when it cannot happen to this victim, or would not be over before the stream ends: then nothing was told. */
    boolean tell(Attack attack, Victim victim, long visitKey, Consumer<Event> out) {
        if (!attack.fits(victim)) {
            return false;
        }
        List<Event> events = new ArrayList<>();
        Scribe scribe = new Scribe(victim.customer(), visitKey, events::add);
        Draws draws = new Draws(Mix.of(visitKey, STORY));
        attack.tell(new Scene(victim, plan.seed(), options.habits(), options.accounts(), draws, scribe));
        events.sort(Event.BY_TIME);
        Label label = new Label(attack, victim.customer().number(), List.copyOf(events));
        if (label.to() >= plan.to()) {
            return false;
        }
        labels.accept(label);
        events.forEach(out);
        return true;
    }
}
