package org.gongkao.sanction;

import java.time.Instant;
import java.util.List;

/** 撤销的处理决定。Whose decision is taken back, its 文号, and what else stands decided against the same person. */
public record Revoked(long personId, String decision, List<Imposed> standing) {

    public Revoked {
        standing = List.copyOf(standing);
    }

    /** Whether a file that was taken away at that moment may come back now: nothing else takes it, and nothing else bars the person. */
    public boolean givesBack(int fileYear, Instant takenAt, Instant now) {
        return standing.stream()
                .noneMatch(
                        other -> other.takes(fileYear, takenAt) || other.bar().covers(now));
    }
}
