package org.gongkao.payment.collective;

import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;

/** 统一缴费核对页。For whom, how much, who is left out and why, and by which channel. */
record CollectiveCheckPage(
        List<CollectiveListPage.Row> fit,
        List<CollectiveListPage.Row> left,
        String sum,
        long fen,
        List<Option> channels,
        List<Fault> faults) {

    static CollectiveCheckPage of(ChoosingPeople.Chosen chosen, List<ChannelCode> open, List<Fault> faults) {
        return new CollectiveCheckPage(
                chosen.fit().stream().map(CollectiveListPage.Row::of).toList(),
                chosen.left().stream().map(CollectiveListPage.Row::of).toList(),
                chosen.sum().toString(),
                chosen.sum().fen(),
                open.stream()
                        .map(one -> new Option(
                                one.name(),
                                one.label(),
                                one == ChannelCode.TRANSFER ? "单位常用：从单位账户转账，附言写缴款码，银行流水到了自动确认" : "用经办人手机或电脑一次付清"))
                        .toList(),
                faults);
    }
}
