package dev.tocsin.replay;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two thresholds documents make of a recording: the differences, written as they are decided, and counted. */
final class Differences implements Result {
    private final Side now;
    private final Side then;
    private final @Nullable Output out;
    private final @Nullable Output page;
    private final Comparison comparison;
    private final Suppressed suppressedNow = new Suppressed();
    private final Suppressed suppressedThen = new Suppressed();

    Differences(Side now, Side then, Run.Comparing comparing) {
        this.now = now;
        this.then = then;
        this.out = comparing.out();
        this.page = comparing.page();
        this.comparison = new Comparison(Stream.of(now, then)
                .flatMap(side -> side.detectors().stream())
                .distinct()
                .toList());
    }

    @Override
    public void add(Judged judged) {
        if (!judged.now().isRepetition()) {
            suppressedNow.add(judged.now());
        }
        if (!Objects.requireNonNull(judged.then()).isRepetition()) {
            suppressedThen.add(judged.then());
        }
        judged.decided().forEach(comparison::add);
        write(judged.lines());
    }

    @Override
    public void add(Pair stillOpen) {
        comparison.add(stillOpen);
        if (out != null) {
            write(PairLines.of(stillOpen));
        }
    }

    private void write(byte[] lines) {
        if (out != null && lines.length > 0) {
            out.write(lines);
        }
    }

    @Override
    public void print(PrintWriter writer, Summary summary) {
        summary.print(writer);
        writer.printf("logins       %,d%n", summary.traffic().logins());
        writer.printf("now          thresholds %s; suppressed %s%n", now.name(), suppressedNow.inWords());
        writer.printf("then         thresholds %s; suppressed %s%n%n", then.name(), suppressedThen.inWords());
        long logins = summary.traffic().logins();
        new ComparisonText(comparison, logins).print(writer);
        if (page != null) {
            page.write(new ComparisonPage(comparison, logins)
                    .render(new ComparisonPage.Sides(now.name(), then.name(), suppressedNow, suppressedThen), summary));
        }
    }
}
