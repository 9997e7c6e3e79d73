package org.gongkao.notification;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkao.shared.Role;

/**
 * One message for one occasion: the heading, the sentence with its places, and whether a text message goes with it. No
 * place for a name, a personal number or a reason: those stand on the page that the message leads to.
 */
enum Template {
    // to the worker
    SUBMITTED("申报已提交", "您的申报（编号{number}）已提交，现由{office}审核。", false),
    PASSED_ON("申报已通过一级审核", "您的申报（编号{number}）已通过{from}审核，现由{office}审核。", false),
    APPROVED("资格审查已通过，请缴费", "您的申报（编号{number}）已通过资格审查，请于{until}前在网上缴费，逾期未缴费的申报失效。", true),
    RETURNED("申报被退回修改", "您的申报（编号{number}）被{from}退回修改，请于{until}前按列出的各处一次改正并重新提交。", true),
    REJECTED("审核不通过", "您的申报（编号{number}）经{from}审核不通过，理由和依据请登录查看。如有异议，可于{until}前申诉一次。", true),
    REJECTED_AGAIN("审核不通过", "您的申报（编号{number}）经{from}审核不通过，理由和依据请登录查看。您已申诉过，此结果为最终结果。", true),
    OVERDUE("审核期限另定", "您的申报（编号{number}）所在单位未按时审核，工考管理机构已要求{office}于{until}前办理。您不需要做什么。", false),
    PAID("缴费成功，报名完成", "您的申报（编号{number}）已缴费成功，报名完成。单位将核对花名册，请留意后续通知。", true),
    PAID_BY_UNIT("单位已为您缴费", "所在单位已为您统一缴费（申报编号{number}），您不用再缴。如您本人也已付款，请联系工考管理机构办理退费。", true),
    DRAFT_LAPSED("报名已截止，申报未提交", "网上注册报名已截止，您填写的申报（编号{number}）没有提交，已失效。内容仍可查看。", true),
    CORRECTION_LAPSED("补正已截止，申报失效", "您的申报（编号{number}）退回后未在期限内重新提交，已失效。内容仍可查看。", true),
    PAYMENT_LAPSED("缴费已截止，申报失效", "您的申报（编号{number}）未在期限内缴费，已失效。内容仍可查看。", true),
    WITHDRAWN("申报已撤销", "您的申报（编号{number}）已按您的操作撤销。报名截止前可以重新申报。", false),
    CANCELLED("申报已取消", "您的申报（编号{number}）因处理决定生效已取消。决定和申诉途径请在“处理与申辩”查看，账号可以照常登录。", true),
    REINSTATED("申报已恢复", "您的申报（编号{number}）因处理决定撤销已恢复到取消前的状态，已缴的费用不再收取。现在到哪一步请登录查看。", true),
    REINSTATED_ASKED("申报已恢复，请按时办理", "您的申报（编号{number}）因处理决定撤销已恢复到取消前的状态。需要您办理的，请于{until}前登录办理。", true),
    RESUMED("申报已恢复，可继续办理", "期限已延长，您的申报（编号{number}）已按您的操作恢复。请于{until}前办理，逾期仍将失效。", false),
    FORFEITED("容缺材料未补，不能参加考核", "您的申报（编号{number}）承诺后补的材料到期未补交，已不能参加今年考核。已缴的费用按退费规定办理，退哪些请登录查看。", true),
    PROMISE_DUE("容缺材料补交将于{left}截止", "您的申报（编号{number}）承诺后补的材料尚未补交。请于{until}前补交，逾期不能参加考核。", true),
    PROMISE_STANDS("请按时补交容缺材料", "您的申报（编号{number}）已通过资格审查，承诺后补的材料请于{until}前补交，逾期不能参加考核。", true),
    PROMISE_HANDED_IN("容缺材料已补交", "您的申报（编号{number}）承诺后补的材料已补交，由{office}审核。您不需要做什么。", false),
    PROMISE_KEPT("容缺材料审核通过", "您的申报（编号{number}）补交的材料已审核通过，承诺已兑现。", true),
    PROMISE_SENT_BACK("补交的材料没有通过", "您的申报（编号{number}）补交的材料没有通过审核，理由请登录查看。请于{until}前重新补交，逾期不能参加考核。", true),
    OBJECTION_TAKEN("申诉已提交", "您对申报（编号{number}）审核结果的申诉已提交，由{office}处理。", false),
    UPHELD("申诉结果：维持原决定", "您对申报（编号{number}）的申诉已处理，维持原决定，理由和依据请登录查看。", true),
    REOPENED("申诉结果：恢复审核", "您对申报（编号{number}）的申诉已处理，申报恢复审核，现由{office}审核。", true),
    REEXAMINED("申报将重新审核", "{from}要求对您的申报（编号{number}）重新审核，现由{office}办理，理由和依据请登录查看。已缴而没有退回的费用保留，您暂不需要做什么。", true),
    HANDED_BACK("申报已退回，请选定单位后重新提交", "您的申报（编号{number}）所报单位没有确认您是本单位职工，已退回给您。请选定现在的单位，并于{until}前重新提交。", true),
    REROUTED("申报改由现单位审核", "您的申报（编号{number}）随您的单位改按现单位的路线审核，已填的内容都在。现在到哪一步请登录查看。", true),
    CLOSED("审核结果已终结", "您的申报（编号{number}）申诉期已过，审核不通过为最终结果。", false),
    DRAFT_DUE("报名将于{left}截止", "您填写的申报（编号{number}）尚未提交。网上注册报名{until}截止，请及时补齐并提交。", true),
    CORRECTION_DUE("补正将于{left}截止", "您的申报（编号{number}）尚待修改。请于{until}前改正并重新提交，逾期失效。", true),
    PAYMENT_DUE("缴费将于{left}截止", "您的申报（编号{number}）尚未缴费。请于{until}前在网上缴费，逾期失效。", true),

    ASSISTED("单位已代填，请您核对提交", "{office}已代您填好申报（编号{number}）。请登录从头核对，由您本人提交；不提交不算申报。", true),
    FACT_CORRECTED("申报信息已更正", "您的申报（编号{number}）有一项信息已由{from}更正，更正内容和理由请登录查看；如有疑问请联系所在单位。", true),

    CONFIRMED("单位已确认您的身份", "所在单位已确认您为本单位职工，可以办理申报。", false),
    NOT_CONFIRMED("单位未确认您的身份", "所在单位未确认您为本单位职工，原因请登录查看，并核对所选单位。", true),
    PHONE_REPLACED("手机号已更换", "您的账号已更换手机号。如非本人办理，请立即联系所在单位或工考管理机构。", true),
    NUMBER_GIVEN_UP("手机号已解除绑定", "您的手机号已与工考账号解除绑定。如非本人办理，请立即联系所在单位或工考管理机构。", true),

    SANCTION_TOLD("请查看拟作的处理并陈述申辩", "{from}对您的申报立案核实（案件{number}）。拟作的处理请登录查看，可于{until}前陈述申辩。", true),
    SANCTION_IMPOSED("处理决定已作出", "{from}已对您作出处理决定（案件{number}），{until}前不能申报。理由、依据和申诉途径请登录查看。", true),
    SANCTION_CLOSED("案件已办结，不予处理", "{from}对您的案件（编号{number}）决定不予处理，不影响您申报。", true),
    SANCTION_CORRECTED("处理决定已更正", "{from}已更正对您的处理决定（案件{number}），禁止申报期改为{until}期满。", true),
    SANCTION_REVOKED("处理决定已撤销", "{from}已撤销对您的处理决定（案件{number}），不影响您申报。", true),
    SANCTION_OVER("禁止申报期已满", "对您的处理（案件{number}）禁止申报期已于{until}届满，自动解除，您可以申报。", true),
    UNIT_GAVE_UP("单位不再统一缴费，请自行缴费", "单位已放弃为您统一缴费（缴费单{number}）。请于{until}前自行缴纳{amount}，逾期不能再缴。", true),
    PAPER_RECEIVED("纸质材料已收到", "{from}已收到您的纸质申报材料（申报编号{number}），收件编号{receipt}。现在何处可登录查看。", true),
    PAPER_GIVEN_BACK("纸质材料已退还", "{from}已登记把纸质申报材料退还您（申报编号{number}）。如您没有收到，请联系该机构。", true),
    TEXTBOOK_GIVEN("教材已发给您", "单位已登记把您征订的教材发给您（申报编号{number}）。如您没有收到，请联系单位经办人。", false),
    MOVE_TOLD("您的调动有进展", "您的调动（编号{number}）现为“{state}”。档案记录随您转移，您不需要做什么。", false),

    REFUND_ASKED("退费申请已收到", "缴费单{number}的退费（{refund}）已登记，金额{amount}，由财务人员办理，结果会通知您。", false),
    REFUND_SENT("退款已发出", "缴费单{number}的退费（{refund}）正在办理退款，{amount}将由{channel}原路退回。到账时间由缴费渠道决定。", true),
    REFUND_DONE("退费已退回", "缴费单{number}的退费（{refund}）{amount}已由{channel}原路退回，请查收。", true),
    REFUND_REJECTED("退费没有办理", "缴费单{number}的退费（{refund}）没有办理，理由请登录查看。", true),

    // to the worker and to the unit
    PAYMENT_DIFFERS(
            "付款与缴费单不一致，正在核实", "缴费单{number}应缴{due}，实际到账{amount}，{what}与缴费单不一致，已转财务人员核实。核实期间不按逾期处理，请不要重复付款。", true),
    PAYMENT_ASKED_AGAIN("款项已核实，请缴费", "缴费单{number}待核实的款项已由财务人员处理，没有算作缴费。请于{until}前缴纳{amount}，逾期不能再缴。", true),
    ORIGINALS_WANTED("请预约现场审查", "申报（编号{number}）有材料须现场核对原件。要带哪些、为什么，请登录查看，并预约时间。", true),
    VISIT_BOOKED("现场审查已预约", "申报（编号{number}）已约{when}到{from}现场审查，请带齐原件，地点请登录查看。", false),
    VISIT_CHANGED("现场审查时间已改", "申报（编号{number}）的现场审查改到{when}，由{from}办理，请带齐原件。", true),
    VISIT_CANCELLED("现场审查预约已取消", "申报（编号{number}）原约{when}的现场审查已取消，缘由请登录查看；仍须核对原件的，请另约时间。", true),
    VISIT_TOMORROW("现场审查就在明天", "申报（编号{number}）约定{when}到{from}现场审查，请带齐原件，按时到场。", true),
    ORIGINALS_TAKEN("原件已接收", "{from}已接收申报（编号{number}）的原件，交接单编号{receipt}，应于{until}前退还。", false),
    ORIGINALS_RETURNED("原件已退还", "申报（编号{number}）的原件已退还，交接单编号{receipt}，请核对。", true),

    // to an office
    ORIGINALS_OVERDUE("原件逾期未退", "{from}接收的申报（编号{number}）原件应于{until}前退还，现已逾期，请尽快退还并登记。", false),
    SANCTION_ANSWERED("当事人已陈述申辩", "违规处理案件（编号{number}）的当事人提交了陈述申辩，请复核。", false),
    SANCTION_PROPOSED("有案件等待审定", "违规处理案件（编号{number}）已拟定意见，请由拟定人以外的另一人审定。", false),
    MOVE_ADVANCED("职工调动有进展", "职工调动（编号{number}）现为“{state}”，详情请登录查看。", false),
    MOVE_WAITS("有职工调动待办理", "职工调动（编号{number}）现为“{state}”，请及时办理。", false),
    UNIT_CHANGE_ASKED("有单位变更申请", "有单位提交了信息变更申请，请在网上注册报名开始前审定。", false),
    UNIT_CHANGE_MADE("单位变更申请已同意", "本单位的信息变更申请（编号{number}）已同意，单位信息已更新。", false),
    UNIT_CHANGE_REFUSED("单位变更申请未同意", "本单位的信息变更申请（编号{number}）未同意，理由请登录查看。", false),
    TO_REVIEW("有申报待审核", "申报（编号{number}）已送达本单位，请于{until}前审核。", false),
    TO_REEXAMINE("上级要求重新审核", "{from}要求对申报（编号{number}）重新审核，理由和依据请登录查看，请于{until}前办理。", false),
    UNIT_REEXAMINED("本单位的申报将重新审核", "{from}要求对本单位的申报（编号{number}）重新审核，现由{office}办理。如已列入花名册，请重新核实定稿。", false),
    CORRECTED("改正后的申报待审核", "退回修改的申报（编号{number}）已改正并重新提交，请及时审核。", false),
    RETURNED_ABOVE("申报被上级退回修改", "本单位的申报（编号{number}）被{from}退回修改，请提醒申报人于{until}前改正。", false),
    OWN_DATE("请在另定期限内审核", "本单位未按时审核的申报（编号{number}），工考管理机构另定期限为{until}，请在此之前办理。", true),
    OBJECTION_RAISED("收到申诉", "申报（编号{number}）的申报人对审核结果提出申诉，请及时处理。", false),
    TOGETHER_RELEASED("统一缴费的款项已核实", "统一缴费{number}待核实的款项已由财务人员处理，没有算作缴费。名单中 {count} 人须在{until}前缴费，可以重新统一缴费。", false),
    UNIT_PAID("本单位有人缴费完成", "申报（编号{number}）已缴费，请核对花名册。", false),
    UNIT_REFUNDED("本单位有人的报名费用已退回", "申报（编号{number}）的报名费用已全额退回，不再算已缴费。如已列入花名册，请重新核实定稿。", false),
    ROSTER_FROZEN("单位花名册已定稿", "{unit}的花名册第{version}版已定稿，请登录查看。", false),
    ROSTER_LINE_WRONG("单位报告花名册信息有误", "{unit}报告花名册中有人员信息有误，请核对后更正或答复。", false),
    UNIT_FACT_CORRECTED("花名册信息已更正", "申报（编号{number}）的一项信息已由{from}更正，请核对花名册，必要时重新打印盖章。", false),
    UNIT_WITHDRAWN("申报已由本人撤销", "申报（编号{number}）已由申报人撤销，不再需要审核。", false),
    NOT_OURS("申报已退回本人", "申报（编号{number}）的申报人不是本单位职工，或已改选单位，申报已退回本人，不再需要审核。", false),
    GONE_WITH_WORKER("申报已随调动转出", "申报（编号{number}）已随申报人调动改按新单位的路线审核，不再需要办理。", false),
    OFFICE_CANCELLED("申报已取消", "申报（编号{number}）因处理决定生效已取消，不再需要办理。如已列入花名册，请重新核实定稿。", false),
    OFFICE_REINSTATED("申报已恢复", "申报（编号{number}）因处理决定撤销已恢复到取消前的状态，请登录查看并继续办理。如已列入花名册，请重新核实定稿。", false),
    OFFICE_FORFEITED("申报人容缺未补", "申报（编号{number}）承诺后补的材料到期未补交，申报人已不能参加考核。如已列入花名册，请重新核实定稿。", false),
    PROMISE_TO_JUDGE("有补交的容缺材料待审核", "申报（编号{number}）承诺后补的材料已补交，请及时审核。", false),
    UNIT_PROMISE_KEPT("申报人的容缺材料审核通过", "申报（编号{number}）补交的材料已审核通过，本单位的承诺已兑现。", false),
    UNIT_PROMISE_SENT_BACK("申报人补交的材料没有通过", "申报（编号{number}）补交的材料没有通过审核，请督促申报人于{until}前重新补交。", false),
    UNIT_PROMISE_DUE("申报人容缺材料补交将于{left}截止", "申报（编号{number}）承诺后补的材料尚未补交。请督促申报人于{until}前补交，逾期不能参加考核。", false),
    CLOSING_REPORTED("下级已汇总上报", "{from}已汇总上报（第{version}版），等盖章扫描件上传后请审核。", false),
    CLOSING_STAMPED("汇总表待审核", "{from}已上传汇总表（第{version}版）的盖章扫描件，请审核后接收，或者退回重报。", false),
    CLOSING_ACCEPTED("汇总表已接收", "{from}已接收本机构的汇总表（第{version}版）。", false),
    CLOSING_SENT_BACK("汇总表被退回重报", "本机构的汇总表（第{version}版）被{from}退回重报，理由请登录查看。", false),
    CLOSING_REOPENED("审查已重新打开", "{from}已重新打开本机构的资格审查，理由请登录查看；办结后请重新汇总上报。", false),
    CLOSING_DUE("汇总上报将于{left}截止", "本机构还没有汇总上报。资格审查{until}截止，还缺什么请登录查看，并及时上报。", false),
    CLOSING_OVER("汇总上报已截止", "资格审查已于{until}截止，本机构还没有汇总上报。没有办结的写入汇总表，请尽快上报。", false),
    CLOSING_DUE_BELOW("还有{count}个下级没有汇总上报", "资格审查{until}截止（{left}），还没有汇总上报的有：{names}。各缺什么请登录查看。", false),
    CLOSING_OVER_BELOW("有{count}个下级逾期没有汇总上报", "资格审查已于{until}截止，还没有汇总上报的有：{names}。各缺什么请登录查看，并催办。", false),
    TEXTBOOKS_PAID("单位教材款已缴清，请发放教材", "{unit}的教材征订单（第{version}版）已缴清或不用缴款，请在教材到货后发放。", false),
    TEXTBOOKS_DUE("教材款缴纳将于{left}截止", "本单位已确认的教材征订单（第{version}版）还没有缴款。请于{until}前由单位一次缴清，逾期不发放教材。", false),
    TEXTBOOKS_UNPAID("教材款逾期未缴", "本单位的教材征订单（第{version}版）没有在期限内缴款，已失效，不发放教材。如有需要请联系工考管理机构。", false),
    TEXTBOOKS_HANDED_OUT("教材已发放，请清点签收", "{from}已向本单位发放教材（发放单{number}），请清点后签收；数量不符的请联系该机构。", false),
    TEXTBOOKS_TAKEN_BACK("教材发放单已撤销", "{from}已撤销向本单位发放教材的发放单{number}，理由请登录查看。", false),
    TIER_DUE("申报审核将于{left}到期", "还有 {count} 份申报等待审核，须于{until}前办理，请及时办理。", false),
    OBJECTION_DUE("申诉处理将于{left}到期", "还有 {count} 件申诉须于{until}前处理，请及时办理。", false),
    TOGETHER_DUE("统一缴费将于{left}截止", "本单位统一缴费的名单中还有 {count} 人没有缴费。请于{until}前缴清，逾期申报失效。", false),
    REVIEW_DUE("资格初审将于{left}截止", "本单位还有 {count} 份申报未审核。资格初审{until}截止，请及时办理。", false),

    // to the holder of one office account
    SECOND_FACTOR_ON("动态口令已启用", "您的账号已启用动态口令。如非本人办理，请立即修改密码，并联系上一级机构重置账号。", false),
    SECOND_FACTOR_OFF("动态口令已停用", "您的账号已停用动态口令。如非本人办理，请立即修改密码并重新启用。", false),

    // to people and offices
    AMENDED("补充通知：{document}", "{document}对年度安排作了调整：{changes}。请登录查看最新日程。", true);

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final String heading;
    private final String sentence;
    private final boolean texted;

    Template(String heading, String sentence, boolean texted) {
        this.heading = heading;
        this.sentence = sentence;
        this.texted = texted;
    }

    /**
     * Of an agency's messages those that lead where this role may go: what is reviewed is the reviewers' to read. Whoever else
     * is of an office reads all of it.
     */
    static Optional<Set<Template>> readBy(Role role) {
        return switch (role) {
            case ADMINISTRATOR ->
                Optional.of(EnumSet.of(AMENDED, UNIT_CHANGE_ASKED, SANCTION_ANSWERED, SANCTION_PROPOSED));
            case FINANCE -> Optional.of(EnumSet.of(AMENDED));
            case AUDITOR -> Optional.of(EnumSet.of(AMENDED, TEXTBOOKS_PAID));
            default -> Optional.empty();
        };
    }

    String heading(Map<String, String> values) {
        return filled(heading, values);
    }

    String sentence(Map<String, String> values) {
        return filled(sentence, values);
    }

    boolean isTexted() {
        return texted;
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing given for " + place.group() + " in " + text);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
