package dev.tocsin.loadtest.generate;

import dev.tocsin.loadtest.market.Attack;
import dev.tocsin.loadtest.market.Habits;
import dev.tocsin.loadtest.market.MarketOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is made up. */
final class MarketArguments {
    /** A century. */
    private static final long MOST_DAYS = 36_525;

    private static final long MOST_EVENTS = 1_000_000_000_000L;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            required = true,
            description = "How many accounts there are, up to 100 million.")
    private long accounts;

    @Option(
            names = "--events",
            paramLabel = "N",
            required = true,
            description = "About how many events there are to be, within a few per cent.")
    private long events;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "Event time. Default: ${DEFAULT-VALUE}.")
    private long days;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "2026-01-05T00:00:00Z",
            description = "Event time at which it begins. Default: ${DEFAULT-VALUE}.")
    private String from = "";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--attack-share",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share for all kinds of attacks together; each has an equal part, of the visits that it can take the"
                            + " place of. Default: none.")
    private double attackShare;

    @Option(
            names = "--attacks",
            paramLabel = "KIND=SHARE,...",
            description = "The share of each kind by itself, of the visits that it can take the place of.")
    private @Nullable String attacks;

    @Option(
            names = "--vpn-share",
            paramLabel = "SHARE",
            defaultValue = "0.04",
            description = "Of people, those who use a VPN. Default: ${DEFAULT-VALUE}.")
    private double vpnShare;

    @Option(
            names = "--travel-share",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description = "Of people, those who travel in 30 days. Default: ${DEFAULT-VALUE}.")
    private double travelShare;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            description = "Only the accounts of one of N parts, such as 2/4.")
    private String shard = "1/1";

    MarketOptions options() {
        int[] part = Values.shard(shard);
        Instant begin = Values.instant("--from", from);
        return new MarketOptions(
                seed,
                Values.count("--accounts", accounts, MarketOptions.MOST_ACCOUNTS),
                Values.count("--events", events, MOST_EVENTS),
                begin,
                begin.plus(Duration.ofDays(Values.count("--days", days, MOST_DAYS))),
                new Habits(Values.share("--vpn-share", vpnShare), Values.share("--travel-share", travelShare)),
                attacks(),
                part[0],
                part[1]);
    }

    private Map<Attack, Double> attacks() {
        double share = Values.share("--attack-share", attackShare);
        if (attacks == null) {
            return Attack.evenly(share);
        }
        if (share > 0) {
            throw new Mistake("Give --attack-share for all kinds or --attacks for each, and not both.");
        }
        return Values.attacks(attacks);
    }
}
