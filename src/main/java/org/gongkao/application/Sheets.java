package org.gongkao.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;

/**
 * 填报项目。All that a worker is asked beside level and occupation, group by group, as the record keeps it. The official
 * form's fields are not public; these are the usual ones.
 */
public final class Sheets {

    /** The years of appraisal that are asked: level one looks at five, the others at three. */
    private static final int APPRAISALS = 5;

    static final String HELD_LEVEL = "level";
    static final String START_OF_WORK = "startOfWork";
    public static final String REGULAR_SINCE = "regularSince";

    private static final List<Option> STAFF =
            List.of(Option.of("REGULAR", "在岗正式工作人员"), Option.of("APPOINTED", "聘用工作人员"));
    private static final List<Option> GRADES = List.of(
            Option.of("EXCELLENT", "优秀"),
            Option.of("COMPETENT", "合格（称职）"),
            Option.of("BASIC", "基本合格（基本称职）"),
            Option.of("FAILED", "不合格（不称职）"),
            Option.of("UNGRADED", "不定等次"),
            Option.of("ABSENT", "未参加考核"),
            Option.of("UNFILED", "结果尚未备案"));
    private static final List<Option> EDUCATIONS = List.of(
            Option.of("PRIMARY", "小学及以下"),
            Option.of("JUNIOR", "初中"),
            Option.of("SENIOR", "高中（含职业高中）"),
            Option.of("TECHNICAL", "技工学校、职业中专、中专"),
            Option.of("COLLEGE", "大学专科"),
            Option.of("BACHELOR", "大学本科"),
            Option.of("MASTER", "研究生"));
    private static final List<Option> RANKS = List.of(
            Option.of("STATE", "国家级"),
            Option.of("PROVINCE", "省（部）级"),
            Option.of("CITY", "省辖市（厅）级"),
            Option.of("COUNTY", "县（处）级"),
            Option.of("UNIT", "单位"));

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
                "姓名、证件号码、出生日期和性别取自您的实名注册，不用再填。",
                List.of(
                        Field.text("ethnicGroup", "民族", 20, "如 汉族"),
                        Field.date("birthOnFile", "人事档案记载的出生日期", "与身份证一致的不用填；不一致的按档案填，" + ANY_PRECISION)
                                .orNothing()));
    }

    private static Sheet post() {
        return Sheet.of(
                FieldGroup.POST,
                "时间以人事档案为准。记不准的不要猜：只知道年月填 2005-09，只知道年份填 2005。",
                List.of(
                        Field.choice("staff", "人员类别", STAFF, ""),
                        Field.text("post", "现在的岗位", 40, "如 锅炉操作、保育、汽车驾驶"),
                        Field.date(START_OF_WORK, "参加工作时间", ANY_PRECISION),
                        Field.date(REGULAR_SINCE, "转正定级时间", "申报五级的必须填。" + ANY_PRECISION)
                                .orNothing(),
                        Field.date("occupationSince", "开始从事申报工种的时间", ANY_PRECISION),
                        Field.date("unitSince", "进入现单位的时间", ANY_PRECISION).orNothing()));
    }

    private static Sheet certificates() {
        return new Sheet(
                FieldGroup.CERTIFICATES,
                "按证书上写的填，一张证书填一份；没有证书的不用填。",
                List.of(),
                List.of(
                        Field.text("occupation", "证书上的工种", 40, ""),
                        Field.choice(HELD_LEVEL, "证书等级", levels(), ""),
                        Field.date("issued", "发证时间", "如 2016-12；只知道年份填 2016"),
                        Field.text("number", "证书编号", 40, "").orNothing()),
                "证书",
                8);
    }

    private static Sheet appraisals(int year) {
        var fields = new ArrayList<Field>();
        for (int back = 1; back <= APPRAISALS; back++) {
            var field = Field.choice("y" + (year - back), (year - back) + "年考核结果", GRADES, "");
            fields.add(back <= asked(Level.FIVE) ? field : field.orNothing());
        }
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
                        Field.choice(
                                "sanctioned", "有无正在执行的处分", List.of(Option.of("NO", "没有"), Option.of("YES", "有")), ""),
                        Field.longText("sanction", "处分的种类、决定机关和期限", 300, "没有处分的不用填")
                                .orNothing()),
                List.of(
                        Field.text("name", "奖励名称", 60, "如 洛阳市五一劳动奖章"),
                        Field.choice("rank", "授予机关级别", RANKS, ""),
                        Field.date("granted", "授予时间", "如 2019-05")),
                "奖励",
                8);
    }

    private static List<Option> levels() {
        return Arrays.stream(Level.values())
                .map(level -> Option.of(String.valueOf(level.number()), level.full()))
                .toList();
    }
}
