package org.gongkao.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.ButtonWords;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Download;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Office;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.gongkao.shared.SearchTerm;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 留痕查询。The auditor's page: by subject, person and time, newest first; exported as it is filtered. */
@Controller
@Allowed({Role.AUDITOR, Role.ADMINISTRATOR})
class AuditController {

    private static final String HERE = "/administration/audit";
    private static final String EXPORT = "/administration/audit/export";
    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_EXPORT = 100_000;

    private final Lines lines;
    private final Audit audit;
    private final ObjectProvider<ActorNames> names;

    AuditController(Lines lines, Audit audit, ObjectProvider<ActorNames> names) {
        this.lines = lines;
        this.audit = audit;
        this.names = names;
    }

    @Bean
    static Room auditRoom() {
        return Room.of("留痕查询", HERE, 90, Role.AUDITOR, Role.ADMINISTRATOR);
    }

    @GetMapping(HERE)
    ModelAndView show(SearchForm form, @RequestParam(required = false) @Nullable String after) {
        return page(form, after, new Faults());
    }

    /** A post, since somebody may type an ID number where another number is asked for: what nothing is called by goes into no address. */
    @PostMapping(HERE + "/search")
    ModelAndView search(SearchForm form) {
        var faults = new Faults();
        var search = form.read(new Faults(), names.getIfAvailable(), null);
        SearchTerm.tooLong(form.key()).ifPresent(sentence -> faults.add("key", sentence));
        SearchTerm.tooLong(form.who()).ifPresent(sentence -> faults.add("who", sentence));
        faults.addIf(
                !SearchTerm.mayStandInAnAddress(form.key())
                        && (search.subject() == null
                                || lines.find(Search.about(search.subject()), 1).isEmpty()),
                "key",
                "没有这个编号的留痕，请核对后再查；不按身份证号码或手机号查找。");
        faults.addIf(
                !SearchTerm.mayStandInAnAddress(form.who())
                        && (search.accounts() == null || search.accounts().isEmpty()),
                "who",
                "没有这个操作人，请填写姓名、登录名或账号编号。");
        return faults.any()
                ? page(form, null, faults)
                : new ModelAndView("redirect:" + form.path(HERE, form.kind(), ""));
    }

    private ModelAndView page(SearchForm form, @Nullable String after, Faults faults) {
        var search = form.read(faults, names.getIfAvailable(), after);
        var found = faults.any() ? List.<Line>of() : lines.find(search, ON_A_PAGE + 1);
        var links = found.isEmpty() ? form.addressed() : form;
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        var next = found.size() > ON_A_PAGE
                ? links.path(HERE, form.kind(), key(shown.getLast()).toString())
                : "";
        var page = new AuditPage(
                form,
                faults.list(),
                kinds(links),
                SubjectKind.LABELS.entrySet().stream()
                        .map(one -> Option.of(one.getKey(), one.getValue()))
                        .toList(),
                rows(shown),
                after == null ? "" : links.path(HERE, form.kind(), ""),
                next,
                links.path(EXPORT, form.kind(), ""));
        return faults.any() ? Pages.refused("audit/lines", page) : Pages.page("audit/lines", page);
    }

    /** Exactly what the filter finds, newest first; that it was exported is a line itself. */
    @GetMapping(EXPORT)
    void export(SearchForm form, Actor actor, HttpServletResponse response) throws IOException {
        var faults = new Faults();
        var search = form.read(faults, names.getIfAvailable(), null);
        faults.refuse();
        audit.seen(actor, "导出留痕", "audit:export", "按页面所选条件导出");
        try (var sheet = new AuditSheet(Download.sheet("留痕.xlsx").to(response))) {
            List<Line> piece;
            do {
                piece = lines.find(search, Math.min(2_000, LONGEST_EXPORT - sheet.rows()));
                rows(piece).forEach(sheet::add);
                if (!piece.isEmpty()) {
                    search = search.goingOnAfter(key(piece.getLast()));
                }
            } while (!piece.isEmpty() && sheet.rows() < LONGEST_EXPORT);
        }
    }

    private static Search.Key key(Line line) {
        return new Search.Key(line.machineAt(), line.id());
    }

    private static List<Chip> kinds(SearchForm form) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", form.path(HERE, "", ""), form.kind().isEmpty()));
        for (var one : LineKind.values()) {
            var name = one.name().toLowerCase(Locale.ROOT);
            chips.add(
                    Chip.of(one.label(), form.path(HERE, name, ""), form.kind().equals(name)));
        }
        return chips;
    }

    private List<AuditPage.Row> rows(List<Line> found) {
        var accounts = found.stream()
                .map(Line::account)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = names.getIfAvailable();
        var called = known == null || accounts.isEmpty() ? Map.<Long, String>of() : known.of(accounts);
        return found.stream().map(line -> row(line, called)).toList();
    }

    private static AuditPage.Row row(Line line, Map<Long, String> called) {
        var kind = LineKind.valueOf(line.kind());
        var sameTime =
                Math.abs(line.machineAt().getEpochSecond() - line.businessAt().getEpochSecond()) < 60;
        return new AuditPage.Row(
                Shanghai.second(line.machineAt()),
                sameTime ? "" : Shanghai.second(line.businessAt()),
                switch (kind) {
                    case DONE -> Sign.MET;
                    case SEEN -> Sign.REST;
                    case REFUSED -> Sign.UNMET;
                },
                kind.label(),
                act(line.act()),
                SubjectKind.inWords(line.subject()),
                who(line, called),
                office(line.office()),
                line.detail());
    }

    /** Refused requests are written down by their method, and the button where a form has several. */
    private static String act(String act) {
        var parts = act.split(" ", 2);
        var asked = switch (parts[0]) {
            case "GET", "HEAD" -> "打开页面";
            case "POST", "PUT", "DELETE", "PATCH" -> "提交办理";
            default -> "";
        };
        return asked.isEmpty()
                ? act
                : parts.length == 1 ? asked : ButtonWords.of(parts[1]).orElse(asked);
    }

    private static String office(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var office = Office.parse(text);
        return office.kind().label() + " " + office.code();
    }

    private static String who(Line line, Map<Long, String> called) {
        if (line.account() == null || line.role() == null) {
            return "未登录";
        }
        var role = Role.valueOf(line.role()).label();
        var name = called.get(line.account());
        return line.account() == 0 ? role : role + " " + (name == null ? "账号 " + line.account() : name);
    }
}
