package dev.tocsin.loadtest.generate;

import dev.tocsin.loadtest.market.Disorder;
import picocli.CommandLine.Option;

/** The options that say in what order events come. */
final class DisorderArguments {
    @Option(
            names = "--duplicates",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Of events, those that come twice. Default: none.")
    private double duplicates;

    @Option(
            names = "--out-of-order",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Of events, those that are held up. Default: none.")
    private double outOfOrder;

    @Option(
            names = "--out-of-order-by",
            paramLabel = "TIME",
            defaultValue = "30 s",
            description = "For how long at most. Default: ${DEFAULT-VALUE}.")
    private String outOfOrderBy = "";

    @Option(
            names = "--late",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Of events, those that come too late to be ordered in. Default: none.")
    private double late;

    @Option(
            names = "--late-by",
            paramLabel = "TIME",
            defaultValue = "2 h",
            description = "By so much, or up to twice that. Default: ${DEFAULT-VALUE}.")
    private String lateBy = "";

    Disorder disorder() {
        if (Values.share("--late", late) + Values.share("--out-of-order", outOfOrder) > 1) {
            throw new Mistake(
                    "--late and --out-of-order are shares of the same events; together they are more than 1.");
        }
        return new Disorder(
                Values.share("--duplicates", duplicates),
                outOfOrder,
                Values.duration("--out-of-order-by", outOfOrderBy),
                late,
                Values.duration("--late-by", lateBy));
    }
}
