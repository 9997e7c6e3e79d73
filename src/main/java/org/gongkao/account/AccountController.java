package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account. */
@Controller
@Allowed({
    Role.WORKER,
    Role.UNIT_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.COUNTY_REVIEWER,
    Role.CITY_REVIEWER,
    Role.PROVINCE_REVIEWER,
    Role.ADMINISTRATOR,
    Role.FINANCE,
    Role.AUDITOR
})
class AccountController {

    private static final String HERE = "/account";
    private static final String PASSWORD = "account/password";
    private static final String PHONE = "account/phone";

    private final AccountRows accounts;
    private final Persons persons;
    private final Organisation organisation;
    private final OwnSessions sessions;
    private final ProvingIdentity proving;
    private final OwnChanges changes;

    AccountController(
            AccountRows accounts,
            Persons persons,
            Organisation organisation,
            OwnSessions sessions,
            ProvingIdentity proving,
            OwnChanges changes) {
        this.accounts = accounts;
        this.persons = persons;
        this.organisation = organisation;
        this.sessions = sessions;
        this.proving = proving;
        this.changes = changes;
    }

    @GetMapping(HERE)
    ModelAndView show(Actor actor, HttpSession session) {
        var account = accounts.find(actor.account()).orElseThrow();
        return Pages.page(
                "account/overview",
                new AccountPage(
                        facts(account),
                        actor.is(Role.WORKER),
                        changes.secondFactorWords(account),
                        changes.secondFactorAct(account),
                        sessions.of(actor.account(), session.getId())));
    }

    @PostMapping(HERE + "/sessions/{key}/end")
    ModelAndView end(@PathVariable String key, Actor actor, RedirectAttributes flash) {
        sessions.end(actor.account(), key);
        flash.addFlashAttribute("flash", "那台设备上的登录已结束。");
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping(HERE + "/sessions/others/end")
    ModelAndView endOthers(Actor actor, HttpSession session, RedirectAttributes flash) {
        sessions.endOthers(actor.account(), session.getId());
        flash.addFlashAttribute("flash", "其他设备上的登录都已结束。");
        return new ModelAndView("redirect:" + HERE);
    }

    @GetMapping(HERE + "/password")
    ModelAndView password() {
        return Pages.page(PASSWORD, ChangePage.empty(""));
    }

    @PostMapping(HERE + "/password")
    ModelAndView password(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            proving.demandPassword(actor, current, SignInDetails.of(request));
            proving.changePassword(actor, password, again, request.getSession().getId());
        } catch (InvalidInput wrong) {
            return Pages.refused(PASSWORD, ChangePage.empty("").with(wrong.faults()));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            var fault = new Fault("current", refusal.sentence());
            return Pages.refused(PASSWORD, ChangePage.empty("").with(List.of(fault)));
        }
        flash.addFlashAttribute("flash", "密码已修改，其他设备上的登录都已结束。");
        return new ModelAndView("redirect:" + HERE);
    }

    @GetMapping(HERE + "/phone")
    @Allowed(Role.WORKER)
    ModelAndView phone(Actor worker) {
        return Pages.page(PHONE, ChangePage.empty(maskedPhone(worker)));
    }

    @PostMapping(HERE + "/phone")
    @Allowed(Role.WORKER)
    ModelAndView phone(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String current,
            Actor worker,
            HttpServletRequest request,
            HttpServletResponse response,
            Instant arrived,
            RedirectAttributes flash) {
        var page = new ChangePage(maskedPhone(worker), phone, code, "", "", "", List.of());
        var fresh = Phone.parse(phone);
        if (fresh.isEmpty()) {
            return Pages.refused(PHONE, page.with(List.of(new Fault("phone", "手机号不对，请填写 11 位手机号。"))));
        }
        var asker = Asker.account(worker.account(), request, response);
        if (act.equals("code")) {
            return sendCode(fresh.get(), page, asker);
        }
        try {
            proving.demandPassword(worker, current, SignInDetails.of(request));
            changes.phone(fresh.get(), asker, code, worker, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            var fault = new Fault(OwnChanges.field(refusal), refusal.sentence());
            return Pages.refused(PHONE, page.with(List.of(fault)));
        }
        flash.addFlashAttribute("flash", "手机号已更换，以后用新手机号登录和接收通知；原手机号会收到一条告知短信。");
        return new ModelAndView("redirect:" + HERE);
    }

    private ModelAndView sendCode(Phone fresh, ChangePage page, Asker asker) {
        try {
            changes.sendCode(fresh, asker);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return Pages.refused(PHONE, page.with(List.of(new Fault("code", refusal.sentence()))));
        }
        var note = "验证码已发送到 " + fresh.masked() + "，5 分钟内有效。";
        return Pages.page(PHONE, new ChangePage(page.now(), page.phone(), "", "", "", note, List.of()));
    }

    private String maskedPhone(Actor worker) {
        var masked = persons.card(worker.person()).maskedPhone();
        return masked == null ? "未登记" : masked;
    }

    private List<Line> facts(Account account) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("姓名", account.name()));
        if (account.personId() != null) {
            var card = persons.card(account.personId());
            facts.add(new Line("身份证号码", card.maskedNumber()));
            facts.add(new Line("性别", card.sex().label()));
            if (account.role() == Role.WORKER) {
                facts.add(new Line("手机号", card.maskedPhone() == null ? "未登记" : card.maskedPhone()));
            }
        }
        if (account.userName() != null) {
            facts.add(new Line("用户名", account.userName()));
        }
        facts.add(new Line("身份", account.role().label()));
        if (account.office() != null) {
            facts.add(new Line("机构", organisation.officeName(account.actor().office())));
        }
        return facts;
    }
}
