package org.gongkao.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkao.eligibility.AppraisalGrade;
import org.gongkao.eligibility.DisciplineKind;
import org.gongkao.eligibility.EpidemicCircle;
import org.gongkao.eligibility.FilingState;
import org.gongkao.eligibility.HonourKind;
import org.gongkao.eligibility.OriginalRetirementAge;
import org.gongkao.eligibility.PostGroup;
import org.gongkao.eligibility.Rank;
import org.gongkao.eligibility.StaffKind;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.gongkao.shared.Word;
import org.gongkao.worker.Education;

/**
 * 填报项目。All that a worker is asked beside level and occupation, group by group, as the record keeps it. The official
 * form's fields are not public; these are the usual ones.
 */
public final class Sheets {

    /** The years of appraisal that are asked: level one looks at five, the others at three. */
    private static final int APPRAISALS = 5;

    private static final List<Option> STAFF = words(StaffKind.values());
    private static final List<Option> POSTS = words(PostGroup.values());
    private static final List<Option> EDUCATIONS = words(Education.values());
    private static final List<Option> GRADES = highestFirst(AppraisalGrade.values());
    private static final List<Option> RANKS = highestFirst(Rank.values());
    private static final List<Option> YES_OR_NO = List.of(Option.of("YES", "是"), Option.of("NO", "不是"));
    private static final List<Option> HAD_OR_NOT = List.of(Option.of("NO", "没有"), Option.of("YES", "有"));

    /** 将办理退休手续: not retired, and will be within the year. */
    public static final String RETIRING = "SOON";

    static final String START_OF_WORK = "startOfWork";

    /** Asked of women: the number says the sex, and men have one age. */
    public static final String RETIREMENT = "retirementCategory";

    public static final String FILING = "filing";

    private static final String ANY_PRECISION = "如 2005-09";

    private Sheets() {}

    public static List<FieldGroup> groups() {
        return List.of(
                FieldGroup.PERSON,
                FieldGroup.POST,
                FieldGroup.CERTIFICATES,
                FieldGroup.APPRAISALS,
                FieldGroup.EDUCATION,
                FieldGroup.AWARDS);
    }

    public static Sheet of(FieldGroup group, int year) {
        return switch (group) {
            case CHOICE -> throw new IllegalArgumentException("level and occupation are no part of the record");
            case PERSON -> person();
            case POST -> post();
            case CERTIFICATES -> certificates();
            case APPRAISALS -> appraisals(year);
            case EDUCATION -> education();
            case AWARDS -> awards();
        };
    }

    private static Sheet person() {
        return Sheet.of(
                FieldGroup.PERSON,
                "姓名、证件号码、出生日期和性别取自实名注册，不用再填。",
                List.of(
                        Field.text("ethnicGroup", "民族", 20, "如 汉族"),
                        Field.date("birthOnFile", "人事档案记载的出生日期", "与身份证一致的不用填；不一致的按档案填，" + ANY_PRECISION)
                                .orNothing(),
                        Field.choice(
                                        RETIREMENT,
                                        "原定的退休年龄",
                                        List.of(
                                                Option.of(OriginalRetirementAge.WOMEN_50.name(), "50周岁（工人岗位）"),
                                                Option.of(OriginalRetirementAge.WOMEN_55.name(), "55周岁（管理、专业技术岗位）")),
                                        "按现在聘用的岗位选")
                                .askedFor("retirementCategory"),
                        Field.choice(
                                        "retired",
                                        "是否已办理退休手续",
                                        List.of(
                                                Option.of("NO", "没有"),
                                                Option.of(RETIRING, "没有，本年度将办理"),
                                                Option.of("YES", "有")),
                                        "")
                                .askedFor("retired")));
    }

    private static Sheet post() {
        return Sheet.of(
                FieldGroup.POST,
                "时间以人事档案为准。记不准的不要猜：只知道年月填 2005-09，只知道年份填 2005。",
                List.of(
                        Field.choice("staff", "人员类别", STAFF, ""),
                        Field.choice("postKind", "岗位类别", POSTS, "").askedFor("postKind"),
                        Field.text("post", "现在的岗位", 40, "如 锅炉操作、保育、汽车驾驶"),
                        Field.date(START_OF_WORK, "参加工作时间", ANY_PRECISION),
                        Field.date("regularSince", "转正定级时间", ANY_PRECISION).askedFor("regularSince"),
                        Field.choice("interrupted", "工龄有没有中断过", HAD_OR_NOT, "停薪留职、辞职后再就业等")
                                .askedFor("interruptions"),
                        Field.periods("interruptions", "中断的起止时间", "中断过的填，如 2008-03至2009-06（停薪留职）")
                                .orNothing()
                                .askedFor("interruptions"),
                        Field.date("occupationSince", "开始从事申报工种的时间", ANY_PRECISION),
                        Field.choice("away", "这以后有没有离开过这个工种", HAD_OR_NOT, "借调到别的岗位、转岗，都算离开")
                                .askedFor("work"),
                        Field.periods("awayPeriods", "离开的起止时间", "离开过的填，如 2020-03至2020-11")
                                .orNothing()
                                .askedFor("work"),
                        Field.date("unitSince", "进入现单位的时间", ANY_PRECISION).orNothing(),
                        Field.choice("carReform", "是否因公务用车改革转岗", YES_OR_NO, "不是的可以不填")
                                .orNothing()
                                .askedFor("carReform"),
                        Field.choice("epidemicCircle", "疫情防控一线人员", words(EpidemicCircle.values()), "不属于的可以不填")
                                .orNothing()
                                .askedFor("epidemicCircle")));
    }

    private static Sheet certificates() {
        return new Sheet(
                FieldGroup.CERTIFICATES,
                "按证书上写的填，一张证书填一份；没有证书的不用填。",
                List.of(),
                List.of(
                        Field.text("occupation", "证书上的工种", 40, ""),
                        Field.choice("level", "证书等级", levels(), ""),
                        Field.date("issued", "发证时间", "如 2016-12；只知道年份填 2016"),
                        Field.text("number", "证书编号", 40, "").orNothing(),
                        Field.choice("appointed", "是否已聘任到这个等级的岗位", YES_OR_NO, "")
                                .orNothing()
                                .askedFor("certificates.appointed"),
                        Field.date("appointedSince", "聘任时间", "已聘任的填，如 2019-01")
                                .orNothing()
                                .askedFor("certificates.appointed")),
                "证书",
                8);
    }

    private static Sheet appraisals(int year) {
        var fields = new ArrayList<Field>();
        for (int back = 1; back <= APPRAISALS; back++) {
            var field = Field.choice("y" + (year - back), (year - back) + "年考核结果", GRADES, "");
            fields.add(back <= asked(Level.FIVE) ? field : field.orNothing());
        }
        fields.add(1, Field.choice(FILING, (year - 1) + "年考核结果是否已备案", words(FilingState.values()), "不清楚的，可以问单位人事部门"));
        fields.add(Field.text("memberYears", "被评为优秀共产党员的年度", 40, "如 2021、2020；没有的填 无")
                .orNothing()
                .askedFor("appraisals.outstandingMember"));
        return Sheet.of(FieldGroup.APPRAISALS, "最近三年的都要填，申报一级的填五年；当年还没有参加工作的选“未参加考核”。", fields);
    }

    /** How many of the last years a level asks for. */
    public static int asked(Level level) {
        return level == Level.ONE ? APPRAISALS : 3;
    }

    private static Sheet education() {
        return Sheet.of(
                FieldGroup.EDUCATION,
                "填已取得毕业证书的最高学历。",
                List.of(
                        Field.choice("degree", "学历", EDUCATIONS, ""),
                        Field.text("school", "毕业学校", 60, ""),
                        Field.date("graduated", "毕业时间", "如 1988-07；只知道年份填 1988").orNothing()));
    }

    private static Sheet awards() {
        return new Sheet(
                FieldGroup.AWARDS,
                "没有获奖的，只回答有无处分即可。",
                List.of(
                        Field.choice("sanctioned", "有无正在执行的处分", HAD_OR_NOT, ""),
                        Field.choice("disciplineKind", "处分种类", words(DisciplineKind.values()), "有处分的填")
                                .orNothing(),
                        Field.date("disciplineFrom", "处分决定日期", "有处分的填，如 2022-06-01")
                                .orNothing(),
                        Field.comingDate("disciplineTo", "处分期满日期", "有处分的填，如 2023-05-31")
                                .orNothing(),
                        Field.longText("sanction", "处分的决定机关和其他说明", 300, "没有处分的不用填")
                                .orNothing()),
                List.of(
                        Field.text("name", "奖励、竞赛或专利的名称", 60, "如 洛阳市五一劳动奖章"),
                        Field.choice("kind", "类别", words(HonourKind.values()), ""),
                        Field.choice("rank", "授予机关级别", RANKS, ""),
                        Field.date("granted", "授予时间", "如 2019-05"),
                        Field.number("placing", "竞赛名次", "竞赛填写：三等奖、第三名填 3，没有名次填 0")
                                .orNothing()
                                .askedFor("honours.placing"),
                        Field.choice("mainContributor", "是否主要贡献者", YES_OR_NO, "革新、发明填写")
                                .orNothing()
                                .askedFor("honours.mainContributor"),
                        Field.number("authorRank", "署名第几位", "专利填写").orNothing().askedFor("honours.authorRank"),
                        Field.choice("related", "是否与申报工种有关", YES_OR_NO, "专利填写")
                                .orNothing()
                                .askedFor("honours.related")),
                "奖励",
                8);
    }

    private static List<Option> words(Word... words) {
        return Arrays.stream(words)
                .map(word -> Option.of(word.name(), word.label()))
                .toList();
    }

    private static List<Option> highestFirst(Word... words) {
        return words(words).reversed();
    }

    private static List<Option> levels() {
        return Arrays.stream(Level.values())
                .map(level -> Option.of(String.valueOf(level.number()), level.full()))
                .toList();
    }
}
