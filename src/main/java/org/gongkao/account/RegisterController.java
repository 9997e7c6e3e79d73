package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.Unit;
import org.gongkao.person.PersonRefusal;
import org.gongkao.person.Phone;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 注册页。First the notice, then one form; nothing is stored before the whole of it is right. */
@Controller
@Everyone
class RegisterController {

    private static final String AGREED = "gongkao.register.agreed";
    private static final String FORM = "account/register";
    private static final String NOTICE = "account/notice";

    private final ReadingRegistration reading;
    private final Registering registering;
    private final SendingCodes sending;
    private final SessionStart start;
    private final Organisation organisation;
    private final RegistrationWindow window;

    RegisterController(
            ReadingRegistration reading,
            Registering registering,
            SendingCodes sending,
            SessionStart start,
            Organisation organisation,
            RegistrationWindow window) {
        this.reading = reading;
        this.registering = registering;
        this.sending = sending;
        this.start = start;
        this.organisation = organisation;
        this.window = window;
    }

    @GetMapping("/register")
    ModelAndView notice(Instant arrived) {
        return Pages.page(NOTICE, notice(arrived, List.of()));
    }

    @PostMapping("/register")
    ModelAndView agree(@RequestParam(defaultValue = "false") boolean agreed, HttpSession session, Instant arrived) {
        if (!agreed) {
            var fault = new Fault("agreed", "请先阅读告知，在“我已阅读并同意”前打勾，再开始注册。");
            return Pages.refused(NOTICE, notice(arrived, List.of(fault)));
        }
        session.setAttribute(AGREED, arrived);
        return new ModelAndView("redirect:/register/form");
    }

    @GetMapping("/register/form")
    ModelAndView form(HttpSession session, Instant arrived) {
        return agreedAt(session) == null
                ? new ModelAndView("redirect:/register")
                : Pages.page(FORM, page(RegisterForm.EMPTY, "", List.of(), "", List.of(), arrived));
    }

    @PostMapping("/register/form")
    ModelAndView act(
            @RequestParam(defaultValue = "register") String act,
            RegisterForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Instant arrived) {
        var agreedAt = agreedAt(request.getSession());
        if (agreedAt == null) {
            return new ModelAndView("redirect:/register");
        }
        return switch (act) {
            case "code" -> code(form, Asker.stranger(request, response), arrived);
            case "units" -> units(form, arrived);
            default -> register(form, agreedAt, request, response, flash, arrived);
        };
    }

    private ModelAndView code(RegisterForm form, Asker asker, Instant arrived) {
        var phone = Phone.parse(form.phone());
        if (phone.isEmpty()) {
            return again(form, List.of(new Fault("phone", "手机号不对，请填写 11 位手机号。")), arrived);
        }
        try {
            sending.send(Purpose.REGISTRATION, phone.get(), asker);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(form, List.of(new Fault("code", refusal.sentence())), arrived);
        }
        var note = "验证码已发送到 " + phone.get().masked() + "，5 分钟内有效。";
        return Pages.page(FORM, page(form, note, found(form), "", List.of(), arrived));
    }

    private ModelAndView units(RegisterForm form, Instant arrived) {
        if (form.term().strip().length() < 2) {
            return again(form, List.of(new Fault("term", "请至少输入单位名称里的两个字。")), arrived);
        }
        var units = found(form);
        var note = units.isEmpty()
                ? "没有找到，请换个写法再查，如只输入名称里最特别的几个字；仍没有的，请单位联系工考管理机构增补。"
                : "找到 " + units.size() + " 个单位，请选定您的单位；没有的话请把名称写得更完整些。";
        return Pages.page(FORM, page(form, "", units, note, List.of(), arrived));
    }

    private ModelAndView register(
            RegisterForm form,
            Instant agreedAt,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Instant arrived) {
        var asker = Asker.stranger(request, response);
        try {
            var account = registering.register(reading.read(form, agreedAt, asker, arrived), arrived);
            request.getSession().removeAttribute(AGREED);
            flash.addFlashAttribute("flash", "注册成功。您的单位归属待单位核验，核验前也可以先填写申报。");
            var whole = SigningIn.signedIn(account, SignInDetails.of(request));
            return new ModelAndView("redirect:" + start.complete(whole, request, response));
        } catch (InvalidInput wrong) {
            return again(form, wrong.faults(), arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason() == AccountRefusal.ALREADY_REGISTERED
                    || refusal.reason() == PersonRefusal.NUMBER_TAKEN) {
                return Pages.page("account/taken", new TakenPage(window.hotline(arrived)), HttpStatus.CONFLICT);
            }
            if (refusal.reason() == PersonRefusal.PHONE_TAKEN) {
                return again(form, List.of(new Fault("phone", refusal.sentence())), arrived);
            }
            if (refusal.reason() == AccountRefusal.CODE_EXPIRED) {
                return again(form, List.of(new Fault("code", refusal.sentence())), arrived);
            }
            throw refusal;
        }
    }

    private ModelAndView again(RegisterForm form, List<Fault> faults, Instant arrived) {
        return Pages.refused(FORM, page(form, "", found(form), "", faults, arrived));
    }

    private RegisterPage page(
            RegisterForm form,
            String codeNote,
            List<Option> units,
            String unitNote,
            List<Fault> faults,
            Instant arrived) {
        return new RegisterPage(
                form, window.sentence(arrived), codeNote, units, unitNote, reading.registerLabel(), faults);
    }

    private List<Option> found(RegisterForm form) {
        return form.term().strip().length() < 2
                ? List.of()
                : organisation.search(form.term(), null, null).rows().stream()
                        .map(this::option)
                        .toList();
    }

    private Option option(Unit unit) {
        return new Option(
                unit.code(), unit.name(), organisation.agency(unit.agencyCode()).name() + "负责");
    }

    private NoticePage notice(Instant arrived, List<Fault> faults) {
        return new NoticePage(window.isOpen(arrived), window.sentence(arrived), faults);
    }

    private static @Nullable Instant agreedAt(HttpSession session) {
        return session.getAttribute(AGREED) instanceof Instant at ? at : null;
    }
}
