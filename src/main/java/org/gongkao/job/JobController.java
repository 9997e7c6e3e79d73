package org.gongkao.job;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 批量任务页面。One's own jobs, each with its live progress and its results. */
@Controller
@Allowed({
    Role.UNIT_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.COUNTY_REVIEWER,
    Role.CITY_REVIEWER,
    Role.PROVINCE_REVIEWER,
    Role.ADMINISTRATOR,
    Role.FINANCE
})
class JobController {

    private static final String NOT_DONE = "not-done";

    private final Jobs jobs;
    private final MovingJobs moving;
    private final Map<String, Task> tasks;

    JobController(Jobs jobs, MovingJobs moving, List<Task> tasks) {
        this.jobs = jobs;
        this.moving = moving;
        this.tasks = tasks.stream().collect(Collectors.toMap(Task::name, task -> task));
    }

    @GetMapping("/jobs")
    ModelAndView list(@RequestParam(required = false) @Nullable Long before, Actor actor) {
        return Pages.page("job/list", JobListPage.of(jobs.list(actor, before), before != null));
    }

    @GetMapping("/jobs/{id}")
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int after,
            Actor actor) {
        var job = jobs.get(id, actor);
        boolean notDone = only.equals(NOT_DONE);
        var found = jobs.results(job, notDone, after, Jobs.SCREEN + 1);
        var words = new JobPage.Words(label(job), afterFailures(job), moving.canBeCarriedOn(job, actor));
        return Pages.page("job/show", JobPage.of(job, words, found, notDone, after));
    }

    /** The fragment that a running job's page asks for; at the end the page is asked to load itself anew. */
    @GetMapping("/jobs/{id}/progress")
    ModelAndView progress(@PathVariable long id, Actor actor, HttpServletResponse answer) {
        var job = jobs.get(id, actor);
        var progress = JobPage.progress(job, afterFailures(job));
        if (!progress.running()) {
            answer.setHeader("HX-Refresh", "true");
        }
        return Pages.page("job/progress", progress);
    }

    @PostMapping("/jobs/{id}/cancel")
    String cancel(@PathVariable long id, Actor actor, Instant arrived, RedirectAttributes flash) {
        moving.cancel(id, actor, arrived);
        flash.addFlashAttribute("flash", "任务已取消，已办的行保留。");
        return "redirect:/jobs/" + id;
    }

    @PostMapping("/jobs/{id}/resume")
    String resume(@PathVariable long id, Actor actor, Instant arrived, RedirectAttributes flash) {
        moving.resume(id, actor, arrived);
        flash.addFlashAttribute("flash", "任务从中止的地方继续办理。");
        return "redirect:/jobs/" + id;
    }

    @PostMapping("/jobs/{id}/succession")
    String carryOn(@PathVariable long id, Actor actor, Instant arrived, RedirectAttributes flash) {
        long next = moving.carryOn(id, actor, arrived);
        flash.addFlashAttribute("flash", "未办的行已由您接着办理。");
        return "redirect:/jobs/" + next;
    }

    /** The results as a spreadsheet with the cells as they were handed in, so that the lines can be mended and sent again. */
    @GetMapping("/jobs/{id}/results.xlsx")
    void export(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String only,
            Actor actor,
            HttpServletResponse answer)
            throws IOException {
        var job = jobs.get(id, actor);
        ResultSheet.write(
                job,
                after -> jobs.results(job, only.equals(NOT_DONE), after, 5000),
                Download.sheet("办理结果-" + id + ".xlsx").to(answer));
    }

    private String label(Job job) {
        var task = tasks.get(job.task());
        return task == null ? "批量任务" : task.label();
    }

    /** Nothing is advised for a task that the program no longer has. */
    private String afterFailures(Job job) {
        var task = tasks.get(job.task());
        return task == null ? "请按原因处理" : task.afterFailures();
    }
}
