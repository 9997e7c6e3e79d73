package org.gongkao.payment.close;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkao.audit.ActorNames;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.WhoPaid;
import org.gongkao.payment.close.DayPage.DifferenceRow;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says differences in words. */
@Component
class DifferenceWords {

    private final WhoPaid whoPaid;
    private final ObjectProvider<ActorNames> names;

    DifferenceWords(WhoPaid whoPaid, ObjectProvider<ActorNames> names) {
        this.whoPaid = whoPaid;
        this.names = names;
    }

    /** In their order; {@code typed} is what stood in the one field that was refused, under the field's name. */
    List<DifferenceRow> of(List<Difference> found, boolean acts, Map<String, String> typed, Actor reader) {
        var called = called(found.stream()
                .flatMap(one -> Stream.of(one.owner(), one.actedBy()).filter(Objects::nonNull))
                .distinct()
                .toList());
        var payers = whoPaid.of(found.stream().map(Difference::money).toList(), reader);
        return found.stream()
                .map(one -> row(one, payers.getOrDefault(one.money(), ""), called, acts, typed))
                .toList();
    }

    String name(long account) {
        return name(called(List.of(account)), account);
    }

    private Map<Long, String> called(Collection<Long> accounts) {
        var known = names.getIfAvailable();
        return known == null ? Map.of() : known.of(accounts);
    }

    private static String name(Map<Long, String> called, long account) {
        return account == 0 ? "系统" : Objects.requireNonNullElse(called.get(account), "账号 " + account);
    }

    private static DifferenceRow row(
            Difference one, String payer, Map<Long, String> called, boolean acts, Map<String, String> typed) {
        var owner = one.owner();
        var acted = one.actedAt();
        var by = one.actedBy();
        var number = one.number();
        var what = one.kind().isFiscal()
                ? "当日缴款"
                : one.reference() + (number == null || number.equals(one.reference()) ? "" : "，订单 " + number);
        return new DifferenceRow(
                one.id(),
                one.kind().label() + (!one.isOut() ? "" : one.channel() == ChannelCode.TRANSFER ? "（支出）" : "（退款）"),
                one.channel().label(),
                what,
                payer,
                one.ours().toString(),
                one.theirs().toString(),
                one.amount().toString(),
                one.kind() == DifferenceKind.DAY ? Sign.NONE : one.state().sign(),
                one.byItself() && one.state() == DifferenceState.SETTLED
                        ? "系统已了结"
                        : one.state().label(),
                one.note().isEmpty() || acted == null || by == null
                        ? one.note()
                        : one.note() + "（" + name(called, by) + "，" + Shanghai.minute(acted) + "）",
                one.suggestion(),
                owner == null ? "0" : owner.toString(),
                owner == null ? "财务人员" : name(called, owner),
                acts && one.state() != DifferenceState.SETTLED && one.kind() != DifferenceKind.DAY,
                typed.getOrDefault("note-" + one.id(), ""));
    }
}
