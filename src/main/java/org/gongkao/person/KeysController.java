package org.gongkao.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Line;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows what is still under an earlier key, and starts the job that changes it. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class KeysController {

    private static final String HERE = "/administration/keys";

    private final List<SealedColumn> columns;
    private final RotatingKeys rotating;

    KeysController(List<SealedColumn> columns, RotatingKeys rotating) {
        this.columns = columns;
        this.rotating = rotating;
    }

    @Bean
    static Room keysRoom() {
        return Room.of("密钥", HERE, 95, Role.ADMINISTRATOR);
    }

    @GetMapping(HERE)
    ModelAndView show() {
        var lines = new ArrayList<Line>();
        int all = 0;
        for (var column : columns) {
            int stale = column.stale().size();
            all += stale;
            lines.add(new Line(column.label(), stale == 0 ? "都用现在的密钥" : stale + " 条还用以前的密钥"));
        }
        return Pages.page("person/keys", new KeysPage(lines, all > 0));
    }

    @PostMapping(HERE)
    ModelAndView start(Actor by, Instant arrived) {
        return new ModelAndView("redirect:/jobs/" + rotating.start(by, arrived));
    }
}
