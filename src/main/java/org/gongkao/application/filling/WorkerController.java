package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Resuming;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的申报。The worker's home, and what can be done with the file as a whole. */
@Controller
@Allowed(Role.WORKER)
class WorkerController {

    private static final String HOME = "redirect:/application";
    private static final int LONGEST = 500;

    private final WorkerHome home;
    private final CurrentFile current;
    private final Withdrawing withdrawing;
    private final Resuming resuming;
    private final Objecting objecting;
    private final Assisting assisting;

    WorkerController(
            WorkerHome home,
            CurrentFile current,
            Withdrawing withdrawing,
            Resuming resuming,
            Objecting objecting,
            Assisting assisting) {
        this.home = home;
        this.current = current;
        this.withdrawing = withdrawing;
        this.resuming = resuming;
        this.objecting = objecting;
        this.assisting = assisting;
    }

    @GetMapping("/application")
    ModelAndView show(
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String object,
            Actor worker,
            Instant arrived) {
        return Pages.page("application/filling/home", home.show(worker, arrived))
                .addObject("all", all != null)
                .addObject("object", object != null);
    }

    @PostMapping("/application/assistance")
    String ask(Actor worker, Instant arrived, RedirectAttributes flash) {
        assisting.ask(worker, arrived);
        flash.addFlashAttribute("flash", "已请单位代填，填好后会发消息请您核对。");
        return HOME;
    }

    @PostMapping("/application/assistance/end")
    String fillInOneself(Actor worker, Instant arrived, RedirectAttributes flash) {
        assisting.end(worker, arrived);
        flash.addFlashAttribute("flash", "已改为自己填写，单位不能再改。");
        return HOME;
    }

    @PostMapping("/application/recall")
    String recall(@RequestParam int version, Actor worker, Instant arrived, RedirectAttributes flash) {
        withdrawing.recall(current.get(worker, arrived).number(), version, worker, arrived);
        flash.addFlashAttribute("flash", "已撤回，可以修改后重新提交。");
        return HOME;
    }

    @PostMapping("/application/withdrawal")
    String withdraw(
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor worker,
            Instant arrived,
            RedirectAttributes flash) {
        withdrawing.withdraw(current.get(worker, arrived).number(), version, cut(reason), worker, arrived);
        flash.addFlashAttribute("flash", "申报已撤销。");
        return HOME;
    }

    @PostMapping("/application/resumption")
    String resume(@RequestParam int version, Actor worker, Instant arrived, RedirectAttributes flash) {
        resuming.resume(current.get(worker, arrived).number(), version, worker, arrived);
        flash.addFlashAttribute("flash", "已恢复，可以继续办理。请在新的截止时间前完成。");
        return HOME;
    }

    @PostMapping("/application/objection")
    ModelAndView object(
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor worker,
            Instant arrived,
            RedirectAttributes flash) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            var sentence = reason.isBlank() ? "请写明申诉的理由。" : "申诉理由最多 " + LONGEST + " 个字，请缩短后再提交。";
            var page = home.show(worker, arrived).refused(List.of(new Fault("reason", sentence)), reason);
            return Pages.refused("application/filling/home", page);
        }
        objecting.object(current.get(worker, arrived).number(), version, reason, worker, arrived);
        flash.addFlashAttribute("flash", "申诉已提交，由上一级机构复核。");
        return new ModelAndView(HOME);
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST));
    }
}
