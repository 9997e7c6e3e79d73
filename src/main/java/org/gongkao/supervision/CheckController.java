package org.gongkao.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.supervision.CheckingFiles.Judgement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Spot checks: the list, a new one, one from its commitment to its end, and the draw repeated. The county checked reads along. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class CheckController {

    static final String LIST = "/spot-checks";

    private static final int LONGEST_WORDS = 100;
    private static final int LONGEST = 400;

    private final SpotChecks checks;
    private final OrderingChecks ordering;
    private final CheckingFiles checking;
    private final Oversight oversight;
    private final CheckPages pages;

    CheckController(
            SpotChecks checks, OrderingChecks ordering, CheckingFiles checking, Oversight oversight, CheckPages pages) {
        this.checks = checks;
        this.ordering = ordering;
        this.checking = checking;
        this.oversight = oversight;
        this.pages = pages;
    }

    @GetMapping(LIST)
    ModelAndView list(@RequestParam(required = false) @Nullable String before, Actor actor, Instant arrived) {
        var key = before == null || !before.matches("[0-9]{1,18}") ? null : Long.valueOf(before);
        return Pages.page("supervision/checks", pages.list(checks.list(key, actor), key != null, actor, arrived));
    }

    @GetMapping(LIST + "/new")
    @Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    ModelAndView blank(@RequestParam(defaultValue = "") String agency, Actor actor, Instant arrived) {
        return Pages.page("supervision/order", pages.blank(agency, actor, arrived));
    }

    @PostMapping(LIST)
    @Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    ModelAndView order(
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var form = new OrderForm(agency, decision, first, last, wanted, reason);
        try {
            var number = ordering.order(form.read(oversight.of(actor, arrived), arrived), actor, arrived);
            flash.addFlashAttribute("flash", "名单已冻结，承诺值已登记，可以抽取。");
            return new ModelAndView("redirect:" + LIST + "/" + number);
        } catch (InvalidInput invalid) {
            return Pages.refused("supervision/order", pages.order(form, invalid.faults(), actor, arrived));
        }
    }

    @GetMapping(LIST + "/{number}")
    ModelAndView show(@PathVariable String number, Actor actor) {
        return Pages.page("supervision/check", pages.check(checks.get(number, actor), actor, Map.of(), List.of()));
    }

    @PostMapping(LIST + "/{number}/draw")
    @Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    ModelAndView draw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String words,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var typed = words.strip();
        if (typed.isEmpty() || typed.length() > LONGEST_WORDS || typed.chars().anyMatch(Character::isISOControl)) {
            return refused(number, Map.of("words", words), new Fault("words", "请当场确定一个数字或一句话填入，不超过100字。"), actor);
        }
        checking.draw(number, typed, actor, arrived);
        flash.addFlashAttribute("flash", "已抽取。名单内的申报逐份核查后登记结果。");
        return new ModelAndView("redirect:" + LIST + "/" + number);
    }

    /** One form for the whole sample: {@code sound.NUMBER} and {@code words.NUMBER}. A file left open stays open. */
    @PostMapping(LIST + "/{number}/results")
    @Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    ModelAndView judge(
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var faults = new Faults();
        var judgements = new HashMap<String, Judgement>();
        for (var entry : sent.entrySet()) {
            if (entry.getKey().startsWith("sound.") && !entry.getValue().isEmpty()) {
                var file = entry.getKey().substring("sound.".length());
                boolean sound = entry.getValue().equals("yes");
                var words = sent.getOrDefault("words." + file, "").strip();
                faults.addIf(!sound && words.isEmpty(), "words." + file, "请写明申报 " + file + " 有什么问题。");
                faults.addIf(words.length() > LONGEST, "words." + file, "请把申报 " + file + " 的说明控制在" + LONGEST + "字以内。");
                judgements.put(file, new Judgement(sound, words));
            }
        }
        if (faults.any()) {
            var check = checks.get(number, actor);
            return Pages.refused("supervision/check", pages.check(check, actor, sent, faults.list()));
        }
        int changed = checking.judge(number, judgements, actor, arrived);
        flash.addFlashAttribute("flash", changed == 0 ? "没有新的核查结果。" : "已登记 " + changed + " 份核查结果。");
        return new ModelAndView("redirect:" + LIST + "/" + number);
    }

    @PostMapping(LIST + "/{number}/end")
    @Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    ModelAndView end(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String conclusion,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        if (conclusion.isBlank() || conclusion.length() > LONGEST) {
            var fault = new Fault("conclusion", "请写明抽查结论，不超过" + LONGEST + "字。");
            return refused(number, Map.of("conclusion", conclusion), fault, actor);
        }
        checking.end(number, conclusion.strip(), actor, arrived);
        flash.addFlashAttribute("flash", "抽查已结束。");
        return new ModelAndView("redirect:" + LIST + "/" + number);
    }

    @GetMapping(LIST + "/{number}/repeat")
    ModelAndView repeat(@PathVariable String number, Actor actor) {
        return Pages.page("supervision/repeat", pages.repeat(checks.get(number, actor)));
    }

    /** The frozen list, byte for byte what its hash was made of. */
    @GetMapping(LIST + "/{number}/list.txt")
    ResponseEntity<byte[]> list(@PathVariable String number, Actor actor) {
        var text = Draw.text(checks.files(checks.get(number, actor)));
        return Download.text("list.txt").body(text.getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView refused(String number, Map<String, String> typed, Fault fault, Actor actor) {
        return Pages.refused("supervision/check", pages.check(checks.get(number, actor), actor, typed, List.of(fault)));
    }
}
