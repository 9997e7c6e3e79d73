package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.payment.AskingChannel;
import org.gongkao.payment.Channels;
import org.gongkao.payment.TakingStatements;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 获取对账单。Asks each channel that answers by itself for the statement of each day that is over, and asks about every order in it whose
 * money nobody told us of. No transaction is open while a channel thinks.
 */
@Component
class FetchingStatements {

    private static final Logger log = LoggerFactory.getLogger(FetchingStatements.class);
    private static final int AT_ONCE = 10;
    private static final int ASKED_AGAIN = 50;

    private final Channels channels;
    private final StatementsDue due;
    private final TakingStatements taking;
    private final AskingChannel asking;
    private final Matches matches;
    private final DifferenceRows differences;
    private final Reconciling reconciling;
    private final MachineClock machine;

    FetchingStatements(
            Channels channels,
            StatementsDue due,
            TakingStatements taking,
            AskingChannel asking,
            Matches matches,
            DifferenceRows differences,
            Reconciling reconciling,
            MachineClock machine) {
        this.channels = channels;
        this.due = due;
        this.taking = taking;
        this.asking = asking;
        this.matches = matches;
        this.differences = differences;
        this.reconciling = reconciling;
        this.machine = machine;
    }

    /** Fetches what is due and says how many came. */
    int fetchDue(Instant now) {
        var until = Shanghai.day(now).minusDays(1);
        // Banks do not answer: their statements are handed in by a person.
        channels.open().stream()
                .filter(code -> code != ChannelCode.TRANSFER)
                .forEach(code -> due.plan(code, until, machine.instant()));
        int came = 0;
        for (var one : due.take(machine.instant(), AT_ONCE)) {
            var channel = channels.find(one.channel());
            if (channel.isPresent() && fetch(channel.get(), one, now)) {
                came++;
            }
        }
        if (came > 0) {
            reconciling.reconcile(now);
        }
        return came;
    }

    /** Asks once more about the orders that statements know and the book does not, and holds all against each other anew. */
    void reconcile(Instant now) {
        differences.toAsk(ASKED_AGAIN).forEach(order -> asking.query(order, now));
        reconciling.reconcile(now);
    }

    /** At once, for the officer who waits; whatever comes of it stands in the list. */
    void fetchNow(ChannelCode channel, LocalDate day, Instant now) {
        if (due.hurry(channel, day, machine.instant())) {
            fetchDue(now);
        }
    }

    private boolean fetch(Channel channel, StatementsDue.Due one, Instant now) {
        if (due.isTaken(one)) {
            due.write(one, StatementsDue.State.TAKEN, "", List.of());
            return true;
        }
        return switch (channel.statement(one.day())) {
            case StatementAnswer.Ready ready -> {
                take(one, ready, now);
                yield true;
            }
            case StatementAnswer.NotYet notYet -> {
                due.write(one, StatementsDue.State.WAITING, notYet.why(), List.of());
                yield false;
            }
            case StatementAnswer.Broken broken -> {
                due.write(one, StatementsDue.State.BROKEN, "", broken.problems());
                log.warn(
                        "The statement of {} for {} is broken in {} places; nothing of it is taken.",
                        one.channel(),
                        one.day(),
                        broken.problems().size());
                yield false;
            }
        };
    }

    private void take(StatementsDue.Due one, StatementAnswer.Ready ready, Instant now) {
        try {
            long id = taking.take(
                    new TakingStatements.Statement(
                            one.channel(), one.day(), one.day(), null, ready.hash(), ready.lines()),
                    Actor.SYSTEM,
                    now);
            matches.unheard(id).forEach(order -> asking.query(order, now));
        } catch (Refusal known) {
            log.info("The statement of {} for {} was here already.", one.channel(), one.day());
        }
        due.write(one, StatementsDue.State.TAKEN, "", List.of());
    }
}
