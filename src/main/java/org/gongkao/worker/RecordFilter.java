package org.gongkao.worker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What the list of records is narrowed to: part of a name, and a state. Whole numbers are posted and never stand in an address. */
record RecordFilter(String q, String standing) {

    static final String BASE = "/worker-records";
    static final RecordFilter ALL = new RecordFilter("", "");

    RecordFilter {
        // A parameter that is not there arrives as null.
        q = java.util.Objects.requireNonNullElse(q, "");
        standing = java.util.Objects.requireNonNullElse(standing, "");
    }

    Optional<RecordState> state() {
        return Arrays.stream(RecordState.values())
                .filter(one -> one.name().equals(standing))
                .findFirst();
    }

    RecordFilter with(String standing) {
        return new RecordFilter(q, standing);
    }

    String path(String base) {
        return base + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&standing="
                + URLEncoder.encode(standing, StandardCharsets.UTF_8);
    }
}
