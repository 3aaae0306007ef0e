package dev.tocsin.loadtest.bench;

import dev.tocsin.event.LoginEvent;

/** Where an account logged in, as text: a sign that says whether the newest place was new, then places with commas between. */
final class Places {
    static final String NONE = "";

    private static final char NEW = '+';
    private static final char KNOWN = '=';
    private static final int MOST_CHARACTERS = 1_000;

    private Places() {}

    static String after(String places, LoginEvent login) {
        String place =
                ',' + login.getSource().getCountry() + '/' + login.getSource().getCity();
        if (places.isEmpty()) {
            return KNOWN + place; // nobody's first place is a finding
        }
        String known = places.substring(1);
        boolean isKnown = (known + ',').contains(place + ',');
        if (isKnown) {
            return KNOWN + known;
        }
        String all = known + place;
        return NEW + all.substring(Math.max(0, all.length() - MOST_CHARACTERS));
    }

    static boolean newestIsNew(String places) {
        return places.charAt(0) == NEW;
    }
}
