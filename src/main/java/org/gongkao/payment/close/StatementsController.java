package org.gongkao.payment.close;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkao.audit.ActorNames;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The statements of all channels, and the treasury's files. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class StatementsController {

    static final String HERE = "/payment/statements";

    private static final int SCREEN = 50;
    private static final int IMPORTS = 20;

    private final StatementList statements;
    private final StatementsDue due;
    private final FiscalRows fiscal;
    private final ImportingFiscal importing;
    private final ObjectProvider<ActorNames> names;

    StatementsController(
            StatementList statements,
            StatementsDue due,
            FiscalRows fiscal,
            ImportingFiscal importing,
            ObjectProvider<ActorNames> names) {
        this.statements = statements;
        this.due = due;
        this.fiscal = fiscal;
        this.importing = importing;
        this.names = names;
    }

    @GetMapping(HERE)
    ModelAndView show(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String before,
            Actor actor) {
        var code = MoneyFilter.one(ChannelCode.class, Objects.requireNonNullElse(channel, ""))
                .orElse(null);
        var key = before == null || !before.matches("[0-9]{1,18}") ? null : Long.valueOf(before);
        return Pages.page("payment/close/statements", page(code, key, List.of(), actor));
    }

    @PostMapping("/payment/fiscal")
    @Allowed(Role.FINANCE)
    Object take(@RequestParam MultipartFile file, Actor actor, Instant arrived, RedirectAttributes redirect)
            throws IOException {
        try {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            // One byte more than is taken tells that it is too long, without reading on.
            var content = file.getInputStream().readNBytes(ImportingFiscal.LARGEST + 1);
            var taken = importing.take(name, content, actor, arrived);
            redirect.addFlashAttribute(
                    "flash",
                    Shanghai.date(taken.day()) + "的财政缴款数据已导入，" + taken.rows().size() + " 行全部入账。");
            return "redirect:" + DayController.path(taken.day());
        } catch (InvalidInput wrong) {
            return Pages.refused("payment/close/statements", page(null, null, wrong.faults(), actor));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            var faults = List.of(new Fault("file", refusal.sentence()));
            return Pages.refused("payment/close/statements", page(null, null, faults, actor));
        }
    }

    private StatementsPage page(@Nullable ChannelCode channel, @Nullable Long before, List<Fault> faults, Actor actor) {
        var found = statements.find(channel, before, SCREEN + 1);
        var shown = found.subList(0, Math.min(SCREEN, found.size()));
        var imports = fiscal.imports(IMPORTS);
        var known = names.getIfAvailable();
        var called = known == null
                ? Map.<Long, String>of()
                : known.of(Stream.concat(
                                shown.stream().map(StatementList.Kept::account),
                                imports.stream().map(FiscalRows.Import::account))
                        .distinct()
                        .toList());
        var filter = channel == null ? "" : "channel=" + channel;
        return new StatementsPage(
                due.list(null).stream().map(StatementsController::waiting).toList(),
                chips(channel),
                shown.stream().map(one -> row(one, called)).toList(),
                before == null ? "" : HERE + (filter.isEmpty() ? "" : "?" + filter),
                found.size() > SCREEN
                        ? HERE + "?before=" + shown.getLast().id() + (filter.isEmpty() ? "" : "&" + filter)
                        : "",
                imports.stream().map(one -> file(one, called)).toList(),
                actor.is(Role.FINANCE),
                faults);
    }

    private static List<Chip> chips(@Nullable ChannelCode here) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", HERE, here == null));
        Arrays.stream(ChannelCode.values())
                .map(code -> Chip.of(code.label(), HERE + "?channel=" + code, code == here))
                .forEach(chips::add);
        return chips;
    }

    private static StatementsPage.Waiting waiting(StatementsDue.Standing one) {
        boolean broken = one.state() == StatementsDue.State.BROKEN;
        var notes = new ArrayList<>(one.problems());
        if (!one.why().isEmpty()) {
            notes.add(one.why());
        }
        return new StatementsPage.Waiting(
                one.channel().label() + " " + Shanghai.date(one.day()),
                DayController.path(one.day()),
                broken ? Sign.UNMET : Sign.REST,
                one.state().label() + (one.asked() > 0 ? "，已询问 " + one.asked() + " 次" : ""),
                notes);
    }

    private static StatementsPage.Row row(StatementList.Kept one, Map<Long, String> called) {
        var first = Shanghai.date(one.first());
        return new StatementsPage.Row(
                one.channel().label(),
                one.first().equals(one.last()) ? first : first + "至" + Shanghai.date(one.last()),
                DayController.path(one.first()),
                String.valueOf(one.lines()),
                one.in().toString(),
                one.out().toString(),
                by(one.account(), called, one.file()),
                Shanghai.minute(one.takenAt()));
    }

    private static StatementsPage.Import file(FiscalRows.Import one, Map<Long, String> called) {
        return new StatementsPage.Import(
                Shanghai.date(one.day()),
                DayController.path(one.day()),
                one.file(),
                String.valueOf(one.lines()),
                one.sum().toString(),
                by(one.account(), called, null),
                Shanghai.minute(one.takenAt()));
    }

    private static String by(long account, Map<Long, String> called, @Nullable String file) {
        var who = account == 0 ? "系统获取" : called.getOrDefault(account, "账号 " + account) + "导入";
        return file == null ? who : who + "，" + file;
    }
}
