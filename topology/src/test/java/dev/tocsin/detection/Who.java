package dev.tocsin.detection;

import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who tries to log in to an account that is at home in Oslo, and where from. */
enum Who implements UnaryOperator<LoginBuilder> {
    OWNER(Place.OSLO, "laptop"),
    OWNER_ABROAD(Place.LAGOS, "laptop"),
    OWNER_WITHOUT_DEVICE(Place.OSLO, null),
    THIEF(Place.LAGOS, "stranger"),
    THIEF_WITHOUT_DEVICE(Place.LAGOS, null),
    THIEF_NEARBY(Place.BERGEN, "stranger"),
    OTHER_THIEF(Place.BERLIN, "other"),
    THIEF_FROM_NOWHERE(null, "stranger"),
    NOBODY(null, null);

    private final @Nullable Place place;
    private final @Nullable String device;

    Who(@Nullable Place place, @Nullable String device) {
        this.place = place;
        this.device = device;
    }

    @Override
    public LoginBuilder apply(LoginBuilder login) {
        return (place == null ? login.sourceless() : login.from(place)).device(device);
    }
}
