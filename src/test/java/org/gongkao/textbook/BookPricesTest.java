package org.gongkao.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.gongkao.cycle.ChangedPackage;
import org.gongkao.cycle.Problem;
import org.gongkao.cycle.ShippedPackage;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The books of a year package. */
class BookPricesTest {

    private static ChangedPackage changed(UnaryOperator<String> change) {
        return ChangedPackage.of(change, new BookPricesSection());
    }

    @Test
    void the_shipped_year_prices_every_occupation_and_level_as_a_sample() {
        var cycle = ShippedPackage.LUOYANG_2023.read(new BookPricesSection());
        var prices = BookPrices.of(cycle);
        assertThat(prices.books()).hasSize(18 * 5);
        assertThat(prices.sample()).isTrue();
        assertThat(cycle.unconfirmed("textbooks.sample")).isTrue();
        assertThat(cycle.unconfirmed("textbooks.remitting.to")).isTrue();
        assertThat(prices.until()).isEqualTo("2023年4月28日 24:00");
        assertThat(prices.find(new BookCode("S0201", Level.THREE)))
                .contains(new PricedBook("《汽车驾驶员》（高级工）", "JC02013", Money.yuan(36)));
        assertThat(prices.find(new BookCode("S9999", Level.THREE))).isEmpty();
    }

    @Test
    void a_year_may_name_no_books_and_a_package_from_before_has_no_section() {
        var withoutBooks = changed(text -> text.contains("\ntextbooks:\n  sample")
                ? text.substring(0, text.indexOf("\ntextbooks:\n  sample"))
                        .replaceFirst("  textbooks\\.sample: .*\n", "")
                : text);
        assertThat(withoutBooks.problems()).isEmpty();
        assertThat(BookPrices.of(withoutBooks.cycle()).hasPrices()).isFalse();
        assertThat(BookPrices.of(ShippedPackage.LUOYANG_2023.read())).isEqualTo(BookPrices.none());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: S0201-3  | code: S0201-9  | 教材代码应为“工种代码-等级”",
                "code: S0201-3  | code: S0201-4  | 出现了两次",
                "yuan: 28       | yuan: 0        | 1 至 1000 的整数",
                "yuan: 28       | yuan: -5       | 1 至 1000 的整数",
                "yuan: 28       | yuan: 28.5     | 1 至 1000 的整数",
                "yuan: 28       | price: 28      | 不认识的项目“price”",
                "to: 2023-04-28 | to: 2023-01-28 | 截止时间应晚于开始时间",
                "to: 2023-04-28 | to: 2023-13-01 | 此处应为到秒的时间",
            })
    void a_slip_of_the_pen_is_told_with_its_place(String written, String instead, String sentence) {
        assertThat(changed(text -> text.replace(written, instead)).problems())
                .extracting(Problem::sentence)
                .anySatisfy(said -> assertThat(said).contains(sentence));
    }

    @Test
    void fields_are_called_in_chinese() {
        var year = changed(text -> text);
        assertThat(year.label("textbooks.books[S0201-3].yuan")).isEqualTo("教材《汽车驾驶员》（高级工） · 价格（元）");
        assertThat(year.label("textbooks.remitting.to")).isEqualTo("教材征订和缴款 · 截止");
        assertThat(year.shown("textbooks.remitting.to", "2023-04-28 24:00:00")).isEqualTo("2023年4月28日 24:00");
    }
}
