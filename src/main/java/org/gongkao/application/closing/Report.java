package org.gongkao.application.closing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.shared.Level;
import org.gongkao.shared.Sha256;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** 汇总表。One version of what an agency reports, as it is hashed, stamped and kept. */
record Report(
        String agencyCode,
        int year,
        int version,
        String responsible,
        Instant closedAt,
        List<Waiting> outstanding,
        List<Member> members,
        List<Listed> lines) {

    /** 未了事项行。How many files still wait for something. */
    record Waiting(String label, long files) {}

    /** 所辖汇总表行。A county in a city's report: its accepted version, or none. */
    record Member(
            String agencyCode,
            @Nullable Integer memberVersion,
            @Nullable String contentHash,
            int total,
            int approved,
            int rejected) {

        boolean isMissing() {
            return memberVersion == null;
        }
    }

    /** 名单行。One file with the conclusion of its review. */
    record Listed(String number, int level, String occupation, Conclusion conclusion) {}

    /**
     * The text under the hash: one fact a line, the parts of a line parted by a tab, each line ended by a line feed, in
     * UTF-8; so that {@code sha256sum} of the file that is handed out gives the same hash anywhere (docs/closing-text.md).
     */
    String text() {
        var text = new StringBuilder();
        line(text, "工考资格审查汇总表", "1");
        line(text, "机构", agencyCode);
        line(text, "年度", Integer.toString(year));
        line(text, "版本", Integer.toString(version));
        line(text, "责任人", responsible);
        line(text, "上报时间", Shanghai.second(closedAt));
        outstanding.forEach(one -> line(text, "未了", one.label(), Long.toString(one.files())));
        members.forEach(one -> line(
                text,
                "所辖",
                one.agencyCode(),
                one.memberVersion() == null ? "未上报" : one.memberVersion().toString(),
                one.contentHash() == null ? "" : one.contentHash()));
        lines.forEach(one -> line(
                text,
                "申报",
                one.number(),
                Level.of(one.level()).label(),
                one.occupation(),
                one.conclusion().label()));
        return text.toString();
    }

    private static void line(StringBuilder text, String... parts) {
        text.append(String.join("\t", parts)).append('\n');
    }

    String hash() {
        return Sha256.of(text());
    }

    Figures figures() {
        var counts = lines.stream()
                .collect(Collectors.groupingBy(
                        one -> new Figures.Cell(one.level(), one.occupation(), one.conclusion(), 0),
                        Collectors.summingInt(one -> 1)));
        return new Figures(counts.entrySet().stream()
                .map(one -> one.getKey().with(one.getValue()))
                .toList());
    }

    /** The same lines of the same counties: nothing to report anew. */
    boolean saysTheSameAs(Report other) {
        return lines.equals(other.lines) && members.equals(other.members);
    }
}
