package dev.tocsin.loadtest.traffic;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of story.
 *
 * @param fits whom it can happen to
 * @param act writes the events down and tells in a sentence what happens
 */
record Plot(String name, Expectation expectation, Predicate<Candidate> fits, Function<Scene, String> act) {
    Story tell(Candidate candidate, Instant begin, Dice dice) {
        Scene scene = Scene.of(candidate, begin, dice);
        String line = act.apply(scene);
        return new Story(
                name, line, candidate.person().accountId(), scene.scribe().events(), expectation);
    }
}
