package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;
import org.gongkao.shared.Step;

/** 我的申报。What a worker's home shows. */
record HomePage(
        Brief brief,
        String number,
        int version,
        List<Task> tasks,
        List<Asked> defects,
        List<Owed> owed,
        String sender,
        List<Line> decision,
        List<Step> steps,
        List<Line> facts,
        List<Line> history,
        Offers offers,
        Assisted assisted,
        String hotline,
        List<Fault> faults,
        String reason) {

    HomePage(
            Brief brief,
            String number,
            int version,
            List<Task> tasks,
            List<Asked> defects,
            List<Owed> owed,
            String sender,
            List<Line> decision,
            List<Step> steps,
            List<Line> facts,
            List<Line> history,
            Offers offers,
            Assisted assisted,
            String hotline) {
        this(
                brief, number, version, tasks, defects, owed, sender, decision, steps, facts, history, offers, assisted,
                hotline, List.of(), "");
    }

    /** The same page with what was typed and why it was not taken. */
    HomePage refused(List<Fault> found, String typed) {
        return new HomePage(
                brief, number, version, tasks, defects, owed, sender, decision, steps, facts, history, offers, assisted,
                hotline, found, typed);
    }

    /** 填报清单项。One part of the file with what it still lacks. */
    record Task(Sign sign, String word, String label, String note, String href) {}

    /** 需修改之处。One thing to mend, with the way there. */
    record Asked(int number, String what, String how, String where, String href, String action, boolean mended) {}

    /** 容缺材料。What was promised and is not there for good yet; {@code open} when it can be handed in now. */
    record Owed(Sign sign, String word, String label, String note, boolean open) {}

    /** 可办事项。What the page offers now, and what it tells of the fee; each an empty text or false where it does not. */
    record Offers(
            boolean begin,
            boolean handIn,
            String notYet,
            boolean recall,
            boolean withdraw,
            boolean object,
            boolean resume,
            String pay,
            boolean payOver,
            boolean receipt,
            boolean paper,
            String charge,
            String fee) {

        static final Offers NONE =
                new Offers(false, false, "", false, false, false, false, "", false, false, false, "", "");

        static final Offers BEGIN =
                new Offers(true, false, "", false, false, false, false, "", false, false, false, "", "");

        boolean any() {
            return recall || withdraw;
        }

        /** Of the fee itself, where the step of paying does not say it. */
        boolean tells() {
            return pay.isEmpty() && !fee.isEmpty();
        }
    }

    /** 单位代填。Whether the unit may be asked, has been asked, and has filled in what the worker is to check; and by whom. */
    record Assisted(boolean ask, boolean open, boolean ready, String clerks) {

        static final Assisted NONE = new Assisted(false, false, false, "");

        boolean any() {
            return ask || open;
        }

        String words() {
            if (!open) {
                return "可以请单位经办人代填，填好后由您核对、提交。随时可以改回自己填。";
            }
            if (ready) {
                return "单位经办人" + clerks + "已代您填好。请从头到尾看一遍，没有不对的就由您本人提交。";
            }
            return clerks.isEmpty() ? "已请单位代填，单位还没有动笔。" : "单位经办人" + clerks + "正在代您填写，填好后会发消息请您核对。";
        }

        /** The three questions as they stand while the unit fills in, or when it has. */
        Brief over(Brief brief, boolean complete) {
            if (!open || ready && !complete) {
                return brief;
            }
            return ready ? brief.asking("单位已代您填好，请核对并提交", "核对无误就能提交，不用重填") : brief.asking("单位正在代您填写", "填好后会发消息请您核对");
        }
    }

    /** 下一步。The one thing to do now, for 长者模式; an empty address where there is only to wait. */
    record Next(String heading, String sentence, String action, String href) {}

    Next next() {
        if (offers.begin()) {
            return new Next("开始申报", "先选等级和工种，内容会自动保存。", "选择等级和工种", "/application/choice");
        }
        if (offers.resume()) {
            return new Next("期限已延长，可以继续办理", "已填写的内容都还在，从原来的一步继续。", "去办理", "/application?all");
        }
        if (assisted.open() && !assisted.ready()) {
            return new Next("单位正在代您填写", "填好后会发消息请您核对并提交。", "", "");
        }
        for (var asked : defects) {
            if (!asked.mended()) {
                return new Next("请改正：" + asked.what(), asked.where() + "。" + asked.how(), asked.action(), asked.href());
            }
        }
        for (var task : tasks) {
            if (task.sign() == Sign.REST || task.sign() == Sign.UNMET) {
                return task.href().equals(Places.OWN.verdict())
                        ? new Next("还不符合申报资格条件", "看是哪一项不符合、依据和怎样才能申报。", "看逐项结论", task.href())
                        : new Next("请填写：" + task.label(), task.word(), "去填写", task.href());
            }
        }
        if (offers.handIn()) {
            return assisted.ready()
                    ? new Next("单位已代您填好", "请从头到尾看一遍，没有不对的就提交。", "核对并提交", "/application/submission")
                    : new Next("都填好了，请提交", "", "检查并提交", "/application/submission");
        }
        if (offers.payOver()) {
            return new Next("缴费已截止", "截止前已付款的，确认后仍算报名成功。", "查看缴费单", offers.pay());
        }
        if (!offers.pay().isEmpty()) {
            return new Next("网上缴费", offers.fee() + "资格审查已通过，缴费后才算报名成功。", "去缴费", offers.pay());
        }
        if (offers.object()) {
            return new Next("审核不通过", "如不同意，可以申诉一次。", "我要申诉", "/application?object");
        }
        if (!decision.isEmpty()) {
            return new Next("审核不通过", "", "", "");
        }
        for (var one : owed) {
            if (one.open()) {
                return new Next("请补交：" + one.label(), one.note() + "。", "去补交", "/deferrals/" + number);
            }
        }
        if (offers.tells()) {
            return new Next(brief.where(), offers.fee(), "查看缴费单", offers.charge());
        }
        return new Next("现在不用办理", "有新的进展会发消息告诉您。", "", "");
    }

    boolean begun() {
        return !number.isEmpty();
    }

    int open() {
        return (int) defects.stream().filter(asked -> !asked.mended()).count();
    }
}
