package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Chrome;
import org.gongkao.shared.Chrome.Organiser;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Room;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Puts together what every page shows around its content. */
@Component
class Chromes {

    static final String LARGE_TYPE = "large-type";

    private final List<Room> rooms;
    private final List<ChromeSource> sources;
    private final boolean demo;

    Chromes(List<Room> rooms, List<ChromeSource> sources, Environment environment) {
        this.rooms = rooms.stream().sorted(Comparator.comparingInt(Room::order)).toList();
        this.sources = sources;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    Chrome of(HttpServletRequest request, @Nullable Object flash) {
        var actor = SignedInActor.orNull();
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var large = WebUtils.getCookie(request, LARGE_TYPE);
        var arrived = Arrival.of(request);
        return new Chrome(
                actor,
                ask(ChromeSource.Line.OFFICE, actor, request),
                ask(ChromeSource.Line.CYCLE, actor, request),
                organiser(arrived),
                Shanghai.dateAndWeekday(arrived),
                orNull(ask(ChromeSource.Line.CLOCK_NOTICE, actor, request)),
                flash == null ? null : flash.toString(),
                actor == null ? publicEntries(request.getRequestURI()) : entries(actor, request.getRequestURI()),
                token == null ? "_csrf" : token.getParameterName(),
                token == null ? "" : token.getToken(),
                large != null && "1".equals(large.getValue()),
                demo);
    }

    /** Asks nobody anything, so it cannot fail. */
    Chrome bare(HttpServletRequest request) {
        var today = Arrival.isStamped(request) ? Shanghai.dateAndWeekday(Arrival.of(request)) : "";
        return new Chrome(null, "", "", Organiser.UNKNOWN, today, null, null, List.of(), "_csrf", "", false, demo);
    }

    private List<Chrome.Entry> publicEntries(String path) {
        return rooms.stream()
                .filter(Room::publicly)
                .map(room -> new Chrome.Entry(room.label(), room.path(), isIn(path, room.path()), 0))
                .toList();
    }

    private List<Chrome.Entry> entries(Actor actor, String path) {
        return rooms.stream()
                .filter(room -> room.roles().contains(actor.role()) && !isBare(room, actor))
                .map(room -> new Chrome.Entry(room.label(), room.path(), isIn(path, room.path()), count(room, actor)))
                .toList();
    }

    private int count(Room room, Actor actor) {
        return sources.stream()
                .mapToInt(source -> source.count(room.path(), actor))
                .sum();
    }

    private boolean isBare(Room room, Actor actor) {
        return sources.stream().anyMatch(source -> source.isBare(room.path(), actor));
    }

    private static boolean isIn(String path, String room) {
        return path.equals(room) || path.startsWith(room + "/");
    }

    private String ask(ChromeSource.Line line, @Nullable Actor actor, HttpServletRequest request) {
        for (var source : sources) {
            var text = source.line(line, actor, Arrival.of(request));
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private Organiser organiser(Instant arrived) {
        return sources.stream()
                .map(source -> source.organiser(arrived))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Organiser.UNKNOWN);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
