package org.gongkao.channel.alipay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.StatementLine;

/** 支付宝账单文件。A zip with tables in GBK: the details are read, their sums beside them are not. Whole, or not at all. */
final class AlipayBill {

    static final int LARGEST_FILE = 32 * 1024 * 1024;
    private static final int LARGEST_TABLE = 8 * LARGEST_FILE;

    /** Holds all of GBK, and the rare characters of names besides. */
    private static final Charset GBK = Charset.forName("GB18030");

    private AlipayBill() {}

    static StatementAnswer read(byte[] file, String sellerId, LocalDate day) {
        if (file.length > LARGEST_FILE) {
            return broken("对账单超过 32 MB，没有读入。");
        }
        try {
            var tables = tables(file);
            if (tables.isEmpty()) {
                return broken("对账单不是 zip 压缩包，或其中没有业务明细。");
            }
            var lines = new ArrayList<StatementLine>();
            var problems = new ArrayList<String>();
            for (var table : tables) {
                var read = new AlipayBillTable(sellerId, day).read(text(table));
                lines.addAll(read.lines());
                problems.addAll(read.problems());
            }
            return problems.isEmpty()
                    ? new StatementAnswer.Ready(hash(file), List.copyOf(lines))
                    : new StatementAnswer.Broken(List.copyOf(problems));
        } catch (CharacterCodingException refused) {
            return broken("业务明细不是 GBK 编码。");
        } catch (IOException | IllegalArgumentException refused) {
            return broken("对账单的压缩包已损坏。");
        }
    }

    private static List<byte[]> tables(byte[] file) throws IOException {
        var tables = new ArrayList<byte[]>();
        int left = LARGEST_TABLE;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), GBK)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().contains("业务明细") || entry.getName().contains("汇总")) {
                    continue;
                }
                var table = new ByteArrayOutputStream();
                var piece = new byte[65_536];
                for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                    table.write(piece, 0, read);
                    left -= read;
                    if (left < 0) {
                        throw new IOException("it unpacks to more than a day can have");
                    }
                }
                tables.add(table.toByteArray());
            }
        }
        return tables;
    }

    /** A byte that is no character is refused, not replaced. */
    private static String text(byte[] table) throws CharacterCodingException {
        return GBK.newDecoder().decode(ByteBuffer.wrap(table)).toString();
    }

    private static StatementAnswer broken(String problem) {
        return new StatementAnswer.Broken(List.of(problem));
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
