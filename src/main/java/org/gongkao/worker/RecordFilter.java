package org.gongkao.worker;

import java.util.Arrays;
import java.util.Optional;
import org.gongkao.shared.Address;
import org.gongkao.shared.SearchTerm;

/** What the list of records is narrowed to: part of a name, and a state. Whole numbers are posted and never stand in an address. */
record RecordFilter(String q, String standing) {

    static final String BASE = "/worker-records";
    static final RecordFilter ALL = new RecordFilter("", "");

    RecordFilter {
        // A parameter that is not there arrives as null.
        q = SearchTerm.inAddress(q);
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
        return Address.of(base).with("q", q).with("standing", standing).toString();
    }
}
