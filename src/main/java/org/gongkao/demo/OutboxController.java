package org.gongkao.demo;

import java.util.List;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Shanghai;
import org.gongkao.sms.Outbox;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The phones of a demo: what would have been sent. Open to everybody, because whoever registers has no account yet and
 * needs the code; a demo listens on loopback and all its people are invented.
 */
@Controller
@Profile("demo")
class OutboxController {

    /** 短信记录页面。The newest first. */
    record OutboxPage(List<Row> rows) {}

    /** 短信记录行。One message as a phone would show it. */
    record Row(String at, String number, String text) {}

    private final Outbox outbox;

    OutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    @Everyone
    @GetMapping("/demo/outbox")
    ModelAndView show() {
        var rows = outbox.latest().stream()
                .map(line -> new Row(Shanghai.second(line.at()), line.number(), line.text()))
                .toList();
        return Pages.page("demo/outbox", new OutboxPage(rows));
    }
}
