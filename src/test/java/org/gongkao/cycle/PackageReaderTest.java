package org.gongkao.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageReaderTest {

    private static final String OVERLAY = ShippedPackage.LUOYANG_2023.overlayText();
    private static final String BASE = ShippedPackage.LUOYANG_2023.baseText();

    private final PackageReader reader = new PackageReader(List.of(
            new HeaderSection(),
            new WindowsSection(),
            new SettingsSection(),
            new CalendarSection(),
            new YearPlanSection(),
            new CitationsSection(),
            new ContactSection(),
            new UnconfirmedSection()));

    @Test
    void a_change_is_shown_without_the_packages_own_words_for_yes_no_and_levels() {
        var field = "settings.something";
        var words = reader.words(Node.absent("", 0, ""));
        assertThat(words.of(new Difference(field, field, "true", "false")))
                .extracting(Difference::before, Difference::after)
                .containsExactly("是", "否");
        assertThat(words.of(new Difference(field, field, "", "FIVE")))
                .extracting(Difference::before, Difference::after)
                .containsExactly("", "五级（初级工）");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: 2023-03-28 24:00:00 | to: 2023-03-28 24:00:01 | windows.REGISTRATION.to | 此处应为到秒的时间",
                "to: 2023-03-28 24:00:00 | to: 2023-02-30 00:00:00 | windows.REGISTRATION.to | 截止时间应晚于开始时间",
                "to: 2023-03-28 24:00:00 | to: 2023-03-10 00:00:00 | windows.REGISTRATION.to | 截止时间应晚于开始时间",
                "to: 2023-04-03 24:00:00 | to: 2023-03-20 24:00:00 | windows.UNIT_REVIEW.to | 不能早于“网上注册报名”的截止时间",
                "to: 2023-04-10 24:00:00 | to: 2023-04-01 24:00:00 | windows.REVIEW.to | 不能早于",
                "CORRECTION: { from: 2023-03-10 | CORRECTION: { from: 2023-03-11 | windows.CORRECTION.from | 应自网上注册报名开始时起",
                "year: 2023 | year: 2022 | cycle.year | 年度与省级方案的年度不一致",
                "hotline: | hot-line: | contact.hotline | 缺少此项",
                "number: 2, name | number: 3, name | plan.stages | 出现了两次",
                "window: TRAINING, lead | window: HOLIDAY, lead | plan.stages[4].window | 不在可用的值之内",
                "windows.PAYMENT.to: | windows.PAYMENTS.to: | windows.PAYMENTS.to | 在方案中不存在",
                "contact: | kontakt: | kontakt | 不认识的章节",
            })
    void each_slip_is_told_with_its_line_and_field(String right, String wrong, String field, String sentence) {
        var overlay = OVERLAY.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
        assertThat(overlay).isNotEqualTo(OVERLAY);
        assertThat(reader.read(BASE, overlay).problems()).anySatisfy(problem -> {
            assertThat(problem.field()).contains(field);
            assertThat(problem.sentence()).contains(sentence).endsWith("。");
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void a_year_without_its_calendar_is_a_fault() {
        assertThat(reader.read(BASE.replace("\"2024\":", "\"2029\":"), OVERLAY).problems())
                .extracting(Problem::sentence)
                .contains("缺少2024年的工作日安排，请补上该年国务院办公厅的放假通知。");
    }

    @Test
    void an_alias_bomb_is_refused_before_it_grows() {
        var bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assertThat(reader.read(bomb, OVERLAY).savable()).isFalse();
        assertThat(reader.read("a: ".repeat(5) + "\n", "").savable()).isFalse();
        assertThat(reader.read("[".repeat(10_000), "").problems()).isNotEmpty();
        assertThat(reader.read("!!javax.script.ScriptEngineManager [1]", "").savable())
                .isFalse();
    }

    @Test
    void the_overlay_goes_before_the_base_and_leaves_the_rest() {
        var read = reader.readPublished(BASE, OVERLAY + "\nsettings:\n  objection_days: 7\n");
        assertThat(read.problems()).isEmpty();
        assertThat(read.sections().get(Settings.class))
                .isEqualTo(new Settings(
                        java.time.LocalDate.of(2023, 3, 9),
                        7,
                        5,
                        java.util.Map.of(
                                org.gongkao.shared.Office.Kind.UNIT, 5,
                                org.gongkao.shared.Office.Kind.DEPARTMENT, 5,
                                org.gongkao.shared.Office.Kind.AGENCY, 5)));
    }

    @Test
    void an_amended_field_is_no_longer_unconfirmed_and_no_other_changes() {
        var before = reader.readPublished(BASE, OVERLAY);
        var after = reader.reread(before.root(), Map.of("windows.PAYMENT.to", "2023-04-20 24:00:00"));
        assertThat(after.problems()).isEmpty();
        assertThat(after.sections().get(Unconfirmed.class))
                .isInstanceOfSatisfying(
                        Unconfirmed.class,
                        unconfirmed -> assertThat(unconfirmed.notes())
                                .doesNotContainKey("windows.PAYMENT.to")
                                .containsKey("windows.CORRECTION.to"));
        var leaves = before.root().leaves();
        after.root().leaves().forEach((field, value) -> {
            if (!field.equals("windows.PAYMENT.to")) {
                assertThat(value).isEqualTo(leaves.get(field));
            }
        });
    }
}
