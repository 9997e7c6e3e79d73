package org.gongkao.notification;

import static org.gongkao.shared.Role.ADMINISTRATOR;
import static org.gongkao.shared.Role.AUDITOR;
import static org.gongkao.shared.Role.CITY_REVIEWER;
import static org.gongkao.shared.Role.COUNTY_REVIEWER;
import static org.gongkao.shared.Role.DEPARTMENT_CLERK;
import static org.gongkao.shared.Role.FINANCE;
import static org.gongkao.shared.Role.PROVINCE_REVIEWER;
import static org.gongkao.shared.Role.UNIT_CLERK;
import static org.gongkao.shared.Role.WORKER;

import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Room;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 消息。The inbox of whoever is signed in: a worker's own, or the office's, which all its clerks share. */
@Controller
@Allowed({
    WORKER,
    UNIT_CLERK,
    DEPARTMENT_CLERK,
    COUNTY_REVIEWER,
    CITY_REVIEWER,
    PROVINCE_REVIEWER,
    ADMINISTRATOR,
    FINANCE,
    AUDITOR
})
class InboxController {

    private static final String HERE = "/inbox";
    private static final int ON_A_PAGE = 30;

    private final Messages messages;

    InboxController(Messages messages) {
        this.messages = messages;
    }

    @Bean
    static Room inboxRoom() {
        return Room.of(
                "消息",
                HERE,
                80,
                WORKER,
                UNIT_CLERK,
                DEPARTMENT_CLERK,
                COUNTY_REVIEWER,
                CITY_REVIEWER,
                PROVINCE_REVIEWER,
                ADMINISTRATOR,
                FINANCE,
                AUDITOR);
    }

    @Bean
    static ChromeSource unreadCount(Messages messages) {
        return new ChromeSource() {
            @Override
            public int count(String path, Actor actor) {
                return path.equals(HERE) ? messages.unread(actor) : 0;
            }
        };
    }

    @GetMapping(HERE)
    ModelAndView show(@RequestParam(required = false) @Nullable Long before, Actor actor) {
        var found = messages.inbox(actor, before, ON_A_PAGE + 1);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        long read = messages.readUpTo(actor);
        var rows = shown.stream()
                .map(one -> new InboxPage.Row(
                        one.heading(), one.sentence(), one.link(), Shanghai.minute(one.at()), one.id() > read))
                .toList();
        return Pages.page(
                "notification/inbox",
                new InboxPage(
                        rows,
                        messages.unread(actor),
                        shown.isEmpty() ? 0 : shown.getFirst().id(),
                        before == null ? "" : HERE,
                        found.size() > ON_A_PAGE
                                ? HERE + "?before=" + shown.getLast().id()
                                : ""));
    }

    /** Up to the newest that was on the screen; what has come since stays unread. */
    @PostMapping("/inbox/read")
    String read(@RequestParam long newest, Actor actor) {
        messages.markRead(actor, newest);
        return "redirect:" + HERE;
    }
}
