package org.gongkao.account;

import java.time.Instant;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 注册时间。When accounts can be registered, in words and as a rule. */
@Component
class RegistrationWindow {

    private final Cycles cycles;

    RegistrationWindow(Cycles cycles) {
        this.cycles = cycles;
    }

    boolean isOpen(Instant at) {
        return cycles.find(at)
                .map(cycle -> cycle.isOpen(Window.REGISTRATION, at))
                .orElse(false);
    }

    String sentence(Instant at) {
        return cycles.find(at).map(RegistrationWindow::sentence).orElse("本年度注册时间尚未公布。");
    }

    String hotline(Instant at) {
        return cycles.find(at).map(cycle -> cycle.contact().hotline()).orElse("");
    }

    /**
     * 考务通知六（二）: after 24:00 of the last day no new account. The window is that of the agency which answers for the
     * unit, amendments for its region included.
     */
    void refuseWhenClosed(String agencyCode, Instant arrived) {
        var cycle = cycles.current(agencyCode, arrived);
        if (!cycle.isOpen(Window.REGISTRATION, arrived)) {
            throw new Refusal(AccountRefusal.REGISTRATION_CLOSED, sentence(cycle));
        }
    }

    private static String sentence(Cycle cycle) {
        var window = cycle.window(Window.REGISTRATION);
        return "注册时间：" + Shanghai.minute(window.from()) + " 至 " + Shanghai.deadline(window.to()) + "。";
    }
}
