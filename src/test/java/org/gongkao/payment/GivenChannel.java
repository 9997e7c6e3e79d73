package org.gongkao.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.PayWay;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundOrder;
import org.gongkao.channel.Reply;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.wechat.GivenWechat;
import org.gongkao.shared.MachineClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A channel that says what a test has told it to say; stands in wherever no counterpart is configured. */
@Component
@Profile("test")
public class GivenChannel implements Channel {

    private final Channel messages;
    private final Map<String, ChannelAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, RefundAnswer> refunds = new ConcurrentHashMap<>();
    private final Map<LocalDate, StatementAnswer> statements = new ConcurrentHashMap<>();
    private final List<ChannelOrder> prepared = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    GivenChannel(MachineClock machine) {
        messages = GivenWechat.channel(machine);
    }

    @Override
    public ChannelCode code() {
        return ChannelCode.WECHAT;
    }

    @Override
    public synchronized ChannelAnswer prepare(ChannelOrder order) {
        prepared.add(order);
        return answers.computeIfAbsent(
                order.number(),
                number -> new ChannelAnswer.Awaiting(new PayWay.Code("http://channel.test/pay/" + number)));
    }

    @Override
    public ChannelAnswer query(String orderNumber) {
        return answers.getOrDefault(orderNumber, new ChannelAnswer.NotPaid("没有订单"));
    }

    @Override
    public synchronized ChannelAnswer close(String orderNumber) {
        closed.add(orderNumber);
        return answers.compute(
                orderNumber,
                (number, known) -> known == null || known instanceof ChannelAnswer.Awaiting
                        ? new ChannelAnswer.NotPaid("已关闭")
                        : known);
    }

    @Override
    public RefundAnswer refund(RefundOrder refund) {
        return refunds.getOrDefault(refund.number(), new RefundAnswer.NoAnswer("没有答复"));
    }

    @Override
    public RefundAnswer queryRefund(RefundOrder refund) {
        return refund(refund);
    }

    @Override
    public StatementAnswer statement(LocalDate day) {
        return statements.getOrDefault(day, new StatementAnswer.NotYet("还没有对账单"));
    }

    @Override
    public Reading read(RawMessage raw) {
        return messages.read(raw);
    }

    @Override
    public Reply reply(MessageVerdict verdict) {
        return messages.reply(verdict);
    }

    public void says(String refundNumber, RefundAnswer answer) {
        refunds.put(refundNumber, answer);
    }

    public void says(LocalDate day, StatementAnswer answer) {
        statements.put(day, answer);
    }

    public void says(String orderNumber, ChannelAnswer answer) {
        answers.put(orderNumber, answer);
    }

    public synchronized ChannelOrder lastOrder() {
        return prepared.getLast();
    }

    public synchronized boolean hasClosed(String orderNumber) {
        return closed.contains(orderNumber);
    }

    public synchronized void forget() {
        answers.clear();
        refunds.clear();
        statements.clear();
        prepared.clear();
        closed.clear();
    }
}
