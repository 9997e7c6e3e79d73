package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrections of workers' accounts by the unit or the agency, always two people. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class RebindingController {

    private static final String HERE = "/rebindings";
    private static final String NEW = "account/newcorrection";
    private static final String ONE = "account/correction";

    private final Corrections corrections;
    private final Rebinding rebinding;
    private final DecidingCorrection deciding;
    private final SendingCodes sending;

    RebindingController(
            Corrections corrections, Rebinding rebinding, DecidingCorrection deciding, SendingCodes sending) {
        this.corrections = corrections;
        this.rebinding = rebinding;
        this.deciding = deciding;
        this.sending = sending;
    }

    @Bean
    static Room rebindingRoom() {
        return Room.of(
                "账号更正", HERE, 70, Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER);
    }

    @GetMapping(HERE)
    ModelAndView list(@RequestParam(required = false) @Nullable Long after, Actor by) {
        var found = corrections.list(after, by);
        return Pages.page(
                "account/corrections",
                new CorrectionsPage(
                        found.rows(),
                        corrections.open(by),
                        after == null ? "" : HERE,
                        found.next() == null
                                ? ""
                                : Address.of(HERE).with("after", found.next()).toString()));
    }

    @GetMapping(HERE + "/new")
    ModelAndView form() {
        return Pages.page(NEW, new NewCorrectionPage(CorrectionForm.EMPTY, "", List.of()));
    }

    @PostMapping(HERE + "/new")
    ModelAndView act(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean seen,
            Actor by,
            HttpServletRequest request,
            HttpServletResponse response,
            Instant arrived,
            RedirectAttributes flash) {
        var form = new CorrectionForm(number, phone, code, reason, seen);
        var asker = Asker.account(by.account(), request, response);
        if (act.equals("code")) {
            return code(form, asker);
        }
        try {
            rebinding.check(form, asker, by);
            rebinding.request(form, asker, by, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(NEW, new NewCorrectionPage(form, "", wrong.faults()));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(form, "number", refusal);
        }
        flash.addFlashAttribute("flash", "申请已提交，请另一位同志办理。");
        return new ModelAndView("redirect:" + HERE);
    }

    @GetMapping(HERE + "/{id}")
    ModelAndView one(@PathVariable long id, Actor by) {
        return Pages.page(ONE, page(corrections.get(id, by), "", by, List.of()));
    }

    @PostMapping(HERE + "/{id}/approval")
    ModelAndView approve(@PathVariable long id, Actor by, Instant arrived, RedirectAttributes flash) {
        deciding.approve(id, by, arrived);
        flash.addFlashAttribute("flash", "已办理。换了手机号的，请本人用新手机号在“忘记密码”里设置密码。");
        return new ModelAndView("redirect:" + HERE);
    }

    @PostMapping(HERE + "/{id}/refusal")
    ModelAndView refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            Actor by,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            deciding.refuse(id, answer, by, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(ONE, page(corrections.get(id, by), answer, by, wrong.faults()));
        }
        flash.addFlashAttribute("flash", "已记为不同意。");
        return new ModelAndView("redirect:" + HERE);
    }

    private ModelAndView code(CorrectionForm form, Asker asker) {
        var phone = Phone.parse(form.phone());
        if (phone.isEmpty()) {
            var fault = new Fault("phone", "手机号不对，请填写 11 位手机号。");
            return Pages.refused(NEW, new NewCorrectionPage(form, "", List.of(fault)));
        }
        try {
            sending.send(Purpose.REBINDING, phone.get(), asker);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(form, "code", refusal);
        }
        var note = "验证码已发送到 " + phone.get().masked() + "，请本人告诉您短信里的六位数字。";
        return Pages.page(NEW, new NewCorrectionPage(form, note, List.of()));
    }

    private static ModelAndView again(CorrectionForm form, String field, Refusal refusal) {
        return Pages.refused(NEW, new NewCorrectionPage(form, "", List.of(new Fault(field, refusal.sentence()))));
    }

    private static CorrectionPage page(Correction row, String answer, Actor by, List<Fault> faults) {
        boolean own = row.isOwn(by);
        var facts = List.of(
                new Line("姓名", row.name()),
                new Line("身份证号码", row.maskedNumber()),
                new Line("单位", row.unitName()),
                new Line(row.kind() == CorrectionKind.PHONE ? "新手机号" : "新姓名", row.wanted()),
                new Line("原因", row.reason()),
                new Line("提出人", row.requester()),
                new Line("提出时间", row.requested()),
                new Line("答复", row.answer() == null ? "无" : row.answer()));
        return new CorrectionPage(row, facts, row.isOpen() && !own, own && row.isOpen(), answer, faults);
    }
}
