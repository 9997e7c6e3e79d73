package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.gongkao.shared.SearchTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offices' accounts, made and ended by the office above. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class OfficeAccountController {

    private static final String HERE = "/administration/accounts";
    private static final String LIST = "account/officeaccounts";
    private static final String NEW = "account/openaccount";
    private static final String ONE = "account/officeaccount";

    private final OfficeAccounts accounts;
    private final OpeningAccounts opening;
    private final SecondFactor secondFactor;

    OfficeAccountController(OfficeAccounts accounts, OpeningAccounts opening, SecondFactor secondFactor) {
        this.accounts = accounts;
        this.opening = opening;
        this.secondFactor = secondFactor;
    }

    @Bean
    static Room officeAccountsRoom() {
        return Room.of(
                "机构账号", HERE, 80, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR);
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Long after, Actor by) {
        return Pages.page(LIST, page(q, after, by, List.of()));
    }

    private OfficeAccountsPage page(String q, @Nullable Long after, Actor by, List<Fault> faults) {
        var found = accounts.list(faults.isEmpty() ? q.strip() : "", after, by);
        var here = Address.of(HERE).with("q", q.strip());
        return new OfficeAccountsPage(
                q,
                found.rows(),
                after == null ? "" : here.toString(),
                found.next() == null ? "" : here.with("after", found.next()).toString(),
                faults);
    }

    /** A post like every search for a person: somebody may type a number where a name is asked for. */
    @PostMapping(HERE + "/search")
    ModelAndView search(@RequestParam(defaultValue = "") String q, Actor by) {
        var term = q.strip();
        var tooLong = SearchTerm.tooLong(term);
        if (tooLong.isEmpty()
                && (SearchTerm.mayStandInAnAddress(term)
                        || !accounts.list(term, null, by).rows().isEmpty())) {
            return new ModelAndView("redirect:" + Address.of(HERE).with("q", term));
        }
        var fault = new Fault("q", tooLong.orElse("这里不按号码查找，请填写机构名称、经办人姓名或用户名。"));
        return Pages.refused(LIST, page(q, null, by, List.of(fault)));
    }

    @GetMapping(HERE + "/new")
    ModelAndView form(Actor by) {
        return Pages.page(NEW, page(OfficeAccountForm.EMPTY, by, "", List.of()));
    }

    @PostMapping(HERE + "/new")
    ModelAndView open(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String userName,
            Actor by) {
        var form = new OfficeAccountForm(role, term, office, name, number, userName);
        if (act.equals("offices")) {
            return find(form, by);
        }
        try {
            return first("账号已开立", opening.open(form, by));
        } catch (InvalidInput wrong) {
            return Pages.refused(NEW, page(form, by, "", wrong.faults()));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return Pages.refused(NEW, page(form, by, "", List.of(new Fault(field(refusal), refusal.sentence()))));
        }
    }

    private ModelAndView find(OfficeAccountForm form, Actor by) {
        if (form.roleFor(by).isEmpty()) {
            return Pages.refused(NEW, page(form, by, "", List.of(new Fault("role", "请先选择账号的身份，再查找机构。"))));
        }
        var page = page(form, by, "", List.of());
        var note = page.offices().isEmpty() ? "没有找到由您开立账号的这类机构，请换个写法再查。" : "请选定机构。";
        return Pages.page(NEW, page(form, by, note, List.of()));
    }

    @GetMapping(HERE + "/{id}")
    ModelAndView one(@PathVariable long id, Actor by) {
        return Pages.page(ONE, page(accounts.get(id, by), OfficeAccountForm.EMPTY, List.of()));
    }

    @PostMapping(HERE + "/{id}/succession")
    ModelAndView handOver(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String userName,
            Actor by) {
        var form = new OfficeAccountForm("", "", "", name, number, userName);
        try {
            return first("交接已办好，原经办人的账号已停用", opening.handOver(id, form, by));
        } catch (InvalidInput wrong) {
            return Pages.refused(ONE, page(accounts.get(id, by), form, wrong.faults()));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (field(refusal).equals("term")) {
                throw refusal;
            }
            var fault = new Fault(field(refusal), refusal.sentence());
            return Pages.refused(ONE, page(accounts.get(id, by), form, List.of(fault)));
        }
    }

    /** The field beside which a refusal is shown. */
    private static String field(Refusal refusal) {
        if (refusal.reason() == AccountRefusal.USER_NAME_TAKEN) {
            return "userName";
        }
        return refusal.reason() == AccountRefusal.HOLDER_HERE ? "number" : "term";
    }

    @PostMapping(HERE + "/{id}/password")
    ModelAndView reset(@PathVariable long id, Actor by) {
        return first("首次密码已重置，原来的密码、动态口令和登录都已失效", opening.reset(id, by));
    }

    @PostMapping(HERE + "/{id}/end")
    ModelAndView close(@PathVariable long id, Actor by, RedirectAttributes flash) {
        opening.close(id, by);
        flash.addFlashAttribute("flash", "账号已停用，正在进行的登录已立即结束。");
        return new ModelAndView("redirect:" + HERE);
    }

    private ModelAndView first(String title, OpeningAccounts.First first) {
        return Pages.page(
                "account/firstpassword",
                new FirstPasswordPage(title, first.userName(), first.password(), secondFactor.isRequired()));
    }

    private OpenAccountPage page(OfficeAccountForm form, Actor by, String note, List<Fault> faults) {
        var roles = Superiority.opens(by.role()).stream()
                .map(role -> Option.of(role.name(), role.label()))
                .toList();
        var role = form.roleFor(by);
        var offices = role.isEmpty() || form.term().isBlank()
                ? List.<Option>of()
                : accounts.offices(role.get(), form.term(), by);
        return new OpenAccountPage(form, roles, offices, note, faults);
    }

    private static OfficeAccountPage page(OfficeAccountRow row, OfficeAccountForm form, List<Fault> faults) {
        var facts = List.of(
                new Line("身份证号码", row.maskedNumber() == null ? "下次登录时由本人补录" : row.maskedNumber()),
                new Line("用户名", row.userName()),
                new Line("身份", row.role().label()),
                new Line("机构", row.officeName()),
                new Line("动态口令", row.enrolled() ? "已绑定" : "未绑定"),
                new Line("接替", row.predecessor() == null ? "无" : row.predecessor()));
        return new OfficeAccountPage(row, facts, form, faults);
    }
}
