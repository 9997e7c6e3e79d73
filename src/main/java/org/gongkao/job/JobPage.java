package org.gongkao.job;

import java.util.List;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** The page of one job: its facts, how far it is, and its results. */
record JobPage(
        long id,
        String title,
        Progress progress,
        List<Line> facts,
        List<Button> buttons,
        String carriedOn,
        List<Chip> chips,
        List<Row> rows,
        String shown,
        String first,
        String next,
        String exportAll,
        String exportNotDone) {

    /** What the fragment shows that fetches itself anew while the job runs. */
    record Progress(
            long id, String label, Sign sign, int done, int total, String sentence, boolean running, String poll) {}

    record Button(String label, String sentence, String target) {}

    record Row(int line, String what, Sign sign, String outcome, String sentence, String path) {}

    /** What the task says of itself, and whether the reader may do what the job left. */
    record Words(String task, String afterFailures, boolean canBeCarriedOn) {}

    static JobPage of(Job job, Words words, List<Jobs.ResultRow> found, boolean notDone, int after) {
        var base = "/jobs/" + job.id();
        boolean more = found.size() > Jobs.SCREEN;
        var rows = (more ? found.subList(0, Jobs.SCREEN) : found)
                .stream().map(JobPage::row).toList();
        var query = notDone ? "?only=not-done&after=" : "?after=";
        return new JobPage(
                job.id(),
                job.title(),
                progress(job, words.afterFailures()),
                facts(job, words.task()),
                buttons(job, words, base),
                job.carriedOnAs() == null ? "" : "/jobs/" + job.carriedOnAs(),
                List.of(Chip.of("全部结果", base, !notDone), Chip.of("未成功、略过和未办理", base + "?only=not-done", notDone)),
                rows,
                rows.isEmpty() ? "" : "本页 " + rows.size() + " 行",
                after > 0 ? base + (notDone ? "?only=not-done" : "") : "",
                more ? base + query + found.get(Jobs.SCREEN - 1).rowNo() : "",
                base + "/results.xlsx",
                job.failed() + job.remaining() > 0 ? base + "/results.xlsx?only=not-done" : "");
    }

    static Progress progress(Job job, String afterFailures) {
        return new Progress(
                job.id(),
                job.state().label(),
                job.state().sign(),
                job.done() - job.remaining(),
                job.total(),
                sentence(job, afterFailures),
                job.state().underWay(),
                "/jobs/" + job.id() + "/progress");
    }

    private static String sentence(Job job, String afterFailures) {
        var counts = "已办 " + job.done() + " 行，未成功 " + job.failed() + " 行。";
        return switch (job.state()) {
            case WAITING -> "任务已排队，马上开始。可以离开本页，任务会继续办理。";
            case RUNNING -> counts + "可以离开本页，任务会继续办理。";
            case FINISHED ->
                job.failed() == 0
                        ? "全部 " + job.total() + " 行已办完，没有未成功的行。"
                        : "全部 " + job.total() + " 行已办完，其中 " + job.failed() + " 行未成功，原因见下表；" + afterFailures + "。";
            case CANCELLED ->
                job.remaining() == 0
                        ? counts + "取消前已办的行保留，其余 " + (job.total() - job.done()) + " 行没有办理。"
                        : "已办 " + (job.done() - job.remaining()) + " 行，未成功 " + job.failed() + " 行。提交任务的账号已停用，其余 "
                                + (job.total() - job.done() + job.remaining()) + " 行没有办理。";
            case STOPPED -> counts + "任务因平台故障中止，已办的行保留；请稍后点“继续办理”，仍不成功请告诉管理员。";
        };
    }

    private static List<Line> facts(Job job, String task) {
        var started = new Line(
                "提交",
                org.gongkao.shared.Shanghai.second(job.startedAt()) + "，"
                        + job.by().name());
        var ended = job.endedAt();
        return ended == null
                ? List.of(new Line("事项", task), started)
                : List.of(new Line("事项", task), started, new Line("结束", org.gongkao.shared.Shanghai.second(ended)));
    }

    private static List<Button> buttons(Job job, Words words, String base) {
        return words.canBeCarriedOn()
                ? List.of(new Button("接着办理未办的行", "用您的账号、按现在的时间办理；已办的行不会重复。", base + "/succession"))
                : JobMoves.offered(job.state()).stream()
                        .map(act -> button(act, base))
                        .toList();
    }

    private static Button button(JobAct act, String base) {
        return act == JobAct.CANCEL
                ? new Button(act.label(), "已经办理的行不会退回，其余的行不再办理。", base + "/cancel")
                : new Button(act.label(), "从中止的地方接着办理，已办的行不会重复。", base + "/resume");
    }

    private static Row row(Jobs.ResultRow row) {
        var outcome = row.outcome();
        return new Row(
                row.line(),
                outcome.what(),
                switch (outcome.kind()) {
                    case DONE -> Sign.MET;
                    case SKIPPED, LEFT -> Sign.NONE;
                    case FAILED -> Sign.UNMET;
                },
                outcome.kind().label(),
                outcome.sentence(),
                outcome.path());
    }
}
