package org.gongkao.payment;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A channel that says what a test has told it to say; stands in wherever no counterpart is configured. */
@Component
@Profile("test")
public class GivenChannel implements Channel {

    private final Map<String, ChannelAnswer> answers = new ConcurrentHashMap<>();
    private final List<ChannelOrder> prepared = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @Override
    public String name() {
        return "测试渠道";
    }

    @Override
    public synchronized ChannelAnswer prepare(ChannelOrder order) {
        prepared.add(order);
        return answers.computeIfAbsent(
                order.number(), number -> new ChannelAnswer.Awaiting(URI.create("http://channel.test/pay/" + number)));
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

    void says(String orderNumber, ChannelAnswer answer) {
        answers.put(orderNumber, answer);
    }

    synchronized ChannelOrder lastOrder() {
        return prepared.getLast();
    }

    synchronized boolean hasClosed(String orderNumber) {
        return closed.contains(orderNumber);
    }

    synchronized void forget() {
        answers.clear();
        prepared.clear();
        closed.clear();
    }
}
