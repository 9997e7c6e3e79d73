package org.gongkao.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gongkao.channel.ChannelAnswer.Awaiting;
import org.gongkao.channel.ChannelAnswer.NoAnswer;
import org.gongkao.channel.ChannelAnswer.NotPaid;
import org.gongkao.channel.ChannelAnswer.Paid;
import org.gongkao.channel.ChannelOrder.Device;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundOrder;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.WechatAccess;
import org.gongkao.demo.GatewayKeys;
import org.gongkao.demo.GatewayProcess;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counterpart that is killed, comes back with its journal, or knows other keys. */
@NullUnmarked
class CounterpartGoneTest extends CounterpartTest {

    @TempDir
    private Path folder;

    private GatewayProcess own;

    @Override
    GatewayProcess gateway() {
        return own == null ? super.gateway() : own;
    }

    @Test
    void what_it_was_paid_outlives_a_kill_and_a_line_that_was_cut_off_harms_no_other() throws Exception {
        var journal = folder.resolve("journal");
        own = GatewayProcess.start(KEYS, "journal=" + journal);
        try {
            standAt(NOW);
            channel = channel(own.wechat());
            var waiting = number();
            var page = page(prepare(waiting));
            var paid = paid(number());
            var refund = new RefundOrder(
                    number(),
                    paid.orderNumber(),
                    paid.transaction(),
                    Money.yuan(65),
                    FEE,
                    "退费",
                    URI.create("http://127.0.0.1:9/n"));
            var back = channel.refund(refund);
            assertThat(back).isInstanceOf(RefundAnswer.Done.class);
            own.kill();
            assertThat(channel.query(waiting)).isInstanceOf(NoAnswer.class);
            assertThat(channel.prepare(order(number(), FEE, Device.DESKTOP))).isInstanceOf(NoAnswer.class);
            assertThat(channel.close(waiting)).isInstanceOf(NoAnswer.class);
            assertThat(channel.refund(refund)).isInstanceOf(RefundAnswer.NoAnswer.class);
            assertThat(channel.queryRefund(refund)).isInstanceOf(RefundAnswer.NoAnswer.class);
            assertThat(channel.statement(Shanghai.day(NOW))).isInstanceOf(StatementAnswer.NotYet.class);
            Files.writeString(journal, "of=order&kind=WEC", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

            own = GatewayProcess.start(KEYS, "journal=" + journal);
            standAt(NOW);
            channel = channel(own.wechat());
            assertThat(channel.query(paid.orderNumber())).isEqualTo(paid);
            assertThat(channel.refund(refund))
                    .as("the same refund, not a second one")
                    .isEqualTo(back);
            assertThat(channel.query(waiting)).isEqualTo(new Awaiting(null));
            press(own.url().resolve(page.getPath()), "pay");
            own.kill();

            own = GatewayProcess.start(KEYS, "journal=" + journal);
            channel = channel(own.wechat());
            assertThat(channel.query(waiting)).isInstanceOf(Paid.class);
        } finally {
            own.close();
            own = null;
        }
    }

    @Test
    void a_stranger_is_not_served_and_a_strangers_answer_is_none() {
        var number = number();
        var ours = super.gateway().wechat();
        var theirs = GatewayKeys.make().wechat(ours.endpoint());
        var stranger = channel(theirs);
        assertThat(stranger.prepare(order(number, FEE, Device.DESKTOP)))
                .isInstanceOfSatisfying(
                        NoAnswer.class, none -> assertThat(none.why()).isEqualTo("401 SIGN_ERROR"));
        assertThat(stranger.query(number)).isInstanceOf(NoAnswer.class);
        assertThat(channel.query(number)).isInstanceOf(NotPaid.class);
        var deceived = channel(new WechatAccess(
                ours.merchant(),
                ours.app(),
                ours.serial(),
                ours.privateKey(),
                ours.apiKey(),
                ours.publicKeyId(),
                theirs.publicKey(),
                ours.endpoint()));
        assertThat(deceived.prepare(order(number, FEE, Device.DESKTOP)))
                .as("answered under a signature that is not the platform's")
                .isInstanceOf(NoAnswer.class);
        assertThat(channel.query(number)).as("and yet it was carried out").isInstanceOf(Awaiting.class);
    }
}
