package dev.tocsin.loadtest.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A platform's traffic: what its accounts did until the opening, what they do from then on, and the stories told there.
 *
 * <pre>
 *   ───── history ─────▶│ opening
 *   ordinary accounts   │  visits, at whatever rate the caller asks for them
 *   the cast      rest ─│  one story each
 * </pre>
 *
 * <p>The same seed, number and opening give the same events, ids and all. Not safe for several threads.
 */
public final class World {
    /** A month, and some days, so that habits are a month old at the opening. */
    public static final Duration HISTORY = Duration.ofDays(35);

    /** Of five accounts, one rests for half a day before the opening, and one was at home just before it. */
    private static final int CAST_OF = 5;

    private static final int RESTING = 0;
    private static final int JUST_AT_HOME = 1;

    private final long seed;
    private final int accounts;
    private final Instant opening;
    private final Population population;
    private final Diary diary;
    private final List<Event> history = new ArrayList<>();
    private final List<Person> ordinary = new ArrayList<>();
    private final Stories stories;
    private long visits;

    /**
     * Makes up accounts and their history.
     *
     * @param opening where the history ends and live traffic begins
     */
    public World(long seed, int accounts, Instant opening) {
        this.seed = seed;
        this.accounts = accounts;
        this.opening = opening;
        this.population = new Population(seed, opening.minus(HISTORY), opening);
        this.diary = new Diary(seed);
        List<Candidate> cast = new ArrayList<>();
        for (int index = 0; index < accounts; index++) {
            Person person = population.person(index);
            List<Event> past = past(person);
            history.addAll(past);
            if (isCast(person)) {
                cast.add(new Candidate(person, Past.of(past), opening));
            } else {
                ordinary.add(person);
            }
        }
        history.sort(Event.BY_TIME);
        this.stories = new Stories(seed, cast);
    }

    private static boolean isCast(Person person) {
        return person.index() % CAST_OF <= JUST_AT_HOME;
    }

    private List<Event> past(Person person) {
        Instant from = opening.minus(HISTORY);
        if (!isCast(person)) {
            return diary.between(person, from, opening);
        }
        List<Event> past = new ArrayList<>(diary.between(person, from, opening.minus(Candidate.REST)));
        if (person.index() % CAST_OF != RESTING && !past.isEmpty()) {
            Dice dice = Dice.of(seed, "just-at-home", person.index());
            Instant at = opening.minus(dice.seconds(180, 600));
            past.addAll(new Scribe(person, dice)
                    .succeeded(at, person.home().visit(person.mainDevice(), dice))
                    .events());
        }
        return past;
    }

    public int accounts() {
        return accounts;
    }

    /** Everything that happened before the opening, in event-time order. */
    public List<Event> history() {
        return history;
    }

    /** The next ordinary visit: everybody comes once before anybody comes again. */
    public List<Event> visit(Instant at) {
        long pass = visits / ordinary.size();
        int place = (int) (visits % ordinary.size());
        visits++;
        Person person = ordinary.get(shuffled(pass, place));
        return new Visit(person, at, Dice.of(seed, "live", person.index(), pass)).events();
    }

    /** A place in a pass, through a stride that is coprime with the number of people and so meets each of them once. */
    private int shuffled(long pass, int place) {
        int people = ordinary.size();
        SplittableRandom random = new SplittableRandom(seed + pass);
        int stride = 1 + random.nextInt(people);
        while (gcd(stride, people) != 1) {
            stride++;
        }
        return (int) ((random.nextInt(people) + (long) place * stride) % people);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The next story; empty when nobody is left that it could happen to. */
    public Optional<Story> story(Instant begin) {
        return stories.next(begin);
    }

    /** How many stories it takes until each kind has been told once. */
    public static int storiesInRound() {
        return Stories.round();
    }

    /** The detectors that takeovers are told for, in the order in which they are. */
    public static List<String> headlineDetectors() {
        return Takeovers.plots().stream()
                .flatMap(plot -> Optional.ofNullable(plot.expectation().detector()).stream())
                .toList();
    }
}
