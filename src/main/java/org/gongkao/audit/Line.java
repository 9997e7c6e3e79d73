package org.gongkao.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One line as it stands in the table, and the bytes by which it is sealed. */
record Line(
        long id,
        String xid,
        String kind,
        Instant machineAt,
        Instant businessAt,
        @Nullable Long account,
        @Nullable String role,
        @Nullable String office,
        String act,
        String subject,
        String detail) {

    /** What the first line is chained to. */
    static final byte[] BEFORE_THE_FIRST = new byte[32];

    static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("xid"),
                row.getString("kind"),
                row.getTimestamp("machine_at").toInstant(),
                row.getTimestamp("business_at").toInstant(),
                row.getObject("account", Long.class),
                row.getString("role"),
                row.getString("office"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"));
    }

    /** The hash of this line as number {@code number} of the chain: covers the hash before it and every column. */
    byte[] sealedAs(long number, byte[] hashBefore) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.write(hashBefore);
            out.writeLong(number);
            out.writeLong(id);
            write(out, xid);
            write(out, kind);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, machineAt));
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, businessAt));
            write(out, account == null ? null : account.toString());
            write(out, role);
            write(out, office);
            write(out, act);
            write(out, subject);
            write(out, detail);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sha256(bytes.toByteArray());
    }

    /** Length first, so that no two lines give the same bytes; an absent text differs from an empty one. */
    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
