package org.gongkao.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.gongkao.channel.StatementLine;
import org.gongkao.file.FileType;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement as banks write it, and as it should not be: all that is wrong is told at once, with line and column. */
class BankFileTest {

    private static final String HEAD = "交易日期时间,流水号,收入,支出,对方户名,附言\n";
    private static final LocalDate DAY = LocalDate.of(2023, 4, 10);

    @TempDir
    private Path folder;

    @Test
    void a_line_is_read_with_and_without_a_mark_at_the_beginning() throws IOException {
        var text = HEAD + "2023-04-10 09:15:00,B001,365.00,,陈立民,缴款码\n";
        for (var bytes : List.of(text, "\uFEFF" + text, text.replace("\n", "\r\n"), text.strip())) {
            assertThat(read(bytes.getBytes(StandardCharsets.UTF_8)).lines())
                    .containsExactly(new BankLine(
                            2,
                            StatementLine.Kind.IN,
                            "B001",
                            Money.yuan(365),
                            Instant.parse("2023-04-10T01:15:00Z"),
                            "陈立民",
                            "缴款码"));
        }
    }

    @Test
    void the_columns_stand_in_any_order_among_others() throws IOException {
        var text = "余额,附言,支出,收入,流水号,对方户名,交易日期时间\n\"1,000.00\",\"费,\"\"用\"\"\",0.00,\"1,365.00\",B1,甲,2023/4/10 9:15\n";
        var line = read(text.getBytes(StandardCharsets.UTF_8)).lines().getFirst();
        assertThat(line.amount()).isEqualTo(new Money(136_500));
        assertThat(line.purpose()).isEqualTo("费,\"用\"");
    }

    @Test
    void a_spreadsheet_is_read_like_a_text_also_where_the_time_is_a_number() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("流水");
            for (int column = 0; column < BankTable.HEADS.size(); column++) {
                sheet.value(0, column, BankTable.HEADS.get(column));
            }
            sheet.value(1, 0, 45026.5);
            sheet.value(1, 1, "B1");
            sheet.value(1, 3, 60.5);
        }
        var file = folder.resolve("a.xlsx");
        Files.write(file, out.toByteArray());
        var line = BankCheck.of(BankTable.read(file, FileType.XLSX), DAY, DAY)
                .lines()
                .getFirst();
        assertThat(line.at()).isEqualTo(Instant.parse("2023-04-10T04:00:00Z"));
        assertThat(line.kind()).isEqualTo(StatementLine.Kind.OUT);
        assertThat(line.amount()).isEqualTo(new Money(6_050));
    }

    @Test
    void a_statement_of_the_national_standard_is_read_with_its_rare_names() throws IOException {
        var text = HEAD + "2023-04-10 09:15:00,B001,365.00,,陈立民,缴款码\n";
        assertThat(read(text.getBytes(Charset.forName("GBK"))).lines())
                .isEqualTo(read(text.getBytes(StandardCharsets.UTF_8)).lines());
        var rare = text.replace("陈立民", "𠮷䶮");
        assertThat(read(rare.getBytes(Charset.forName("GB18030")))
                        .lines()
                        .getFirst()
                        .name())
                .as("signs of four bytes, which GBK does not have")
                .isEqualTo("𠮷䶮");
    }

    @Test
    void what_is_neither_utf8_nor_of_the_national_standard_is_refused_with_the_way_to_save_it() {
        var text = HEAD + "2023-04-10 09:15:00,B001,365.00,,陈立民,缴款码\n";
        var cut =
                Arrays.copyOf(text.getBytes(Charset.forName("GBK")), text.getBytes(Charset.forName("GBK")).length - 2);
        // The mark of UTF-8 before signs of the national standard, which by chance could be read with it.
        var marked = new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'A', ',', (byte) 0xbc, (byte) 0xd7, '\n'};
        for (var bytes : List.of(
                text.getBytes(StandardCharsets.UTF_16LE), text.getBytes(StandardCharsets.UTF_16), cut, marked)) {
            assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.reason()).isEqualTo(TransferRefusal.NOT_TEXT);
                assertThat(refusal.sentence()).contains("GBK", "另存为“CSV UTF-8");
            });
        }
    }

    @Test
    void a_file_that_was_cut_off_is_refused() throws IOException {
        refused(HEAD + "2023-04-10 09:15:00,B001,365.00,,\"陈立", TransferRefusal.TRUNCATED);
        assertThat(problems(HEAD + "2023-04-10 09:15:00,B001,365.00,,陈立民,a\n2023-04-10 09:1"))
                .containsExactly("3 整行");
    }

    @Test
    void an_empty_file_and_wrong_columns_are_refused() {
        refused("", TransferRefusal.NO_LINES);
        refused("\n \n", TransferRefusal.NO_LINES);
        refused(HEAD, TransferRefusal.NO_LINES);
        refused("日期,金额\n1,2\n", TransferRefusal.HEADS_MISSING);
        refused(HEAD.replace(",", ";") + "1;2;3;4;5;6\n", TransferRefusal.HEADS_MISSING);
        refused(HEAD.replace("支出", "收入,支出") + "1,2,3,4,5,6,7\n", TransferRefusal.HEADS_TWICE);
    }

    @Test
    void amounts_that_nobody_pays_are_refused() throws IOException {
        for (var amount : List.of(
                "0",
                "0.00",
                "-365.00",
                "−365",
                "(365.00)",
                "1000000000",
                "10000000",
                "365.001",
                "三百",
                "1e3",
                "3,65",
                "=A1")) {
            assertThat(problems(HEAD + "2023-04-10 09:15:00,B001,\"" + amount + "\",,甲,a\n"))
                    .as(amount)
                    .containsExactly("2 收入");
        }
        assertThat(problems(HEAD + "2023-04-10 09:15:00,B001,365,365,甲,a\n")).containsExactly("2 收入");
        assertThat(problems(HEAD + "2023-04-10 09:15:00,B001,,,甲,a\n")).containsExactly("2 收入");
        assertThat(problems(HEAD + "2023-04-10 09:15:00,B001,,1000000000,甲,a\n"))
                .containsExactly("2 支出");
        assertThat(problems(HEAD + "2023-04-10 09:15:00,B001,,24000000,甲,上缴财政\n"))
                .isEmpty();
    }

    @Test
    void days_outside_the_statement_and_times_that_are_none_are_refused() throws IOException {
        for (var time : List.of(
                "2023-04-09 23:59:59",
                "2023-04-11 00:00:00",
                "2023-04-10",
                "2023-02-30 10:00:00",
                "4月10日",
                "",
                "45026")) {
            assertThat(problems(HEAD + time + ",B001,365,,甲,a\n")).as(time).containsExactly("2 交易日期时间");
        }
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_line_and_column() throws IOException {
        assertThat(problems(HEAD
                        + "2023-04-10 09:15:00,B001,365,,甲,a\n"
                        + "2023-04-12 09:15:00,B001,0.001,,乙,b\n"
                        + "2023-04-10 09:15:00,,-1,,丙,c\n"
                        + "2023-04-10 09:15:00,B004\n"
                        + "2023-04-10 09:15:00,1.23E+20,1,,丁,d\n"))
                .containsExactly("3 交易日期时间", "3 流水号", "3 收入", "4 流水号", "4 收入", "5 整行", "6 流水号");
    }

    private void refused(String text, TransferRefusal reason) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .as(text)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private List<String> problems(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(problem -> problem.line() + " " + problem.column())
                .toList();
    }

    private BankCheck.Checked read(byte[] bytes) throws IOException {
        var file = folder.resolve("statement.csv");
        Files.write(file, bytes);
        return BankCheck.of(BankTable.read(file, FileType.CSV), DAY, DAY);
    }
}
