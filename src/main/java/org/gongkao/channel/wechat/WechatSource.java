package org.gongkao.channel.wechat;

import java.time.Duration;
import java.util.Optional;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelSource;
import org.gongkao.channel.WechatAccess;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** WeChat Pay where it is configured, or where a demo brings its own counterpart. */
@Component
class WechatSource implements ChannelSource {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Optional<Channel> channel;

    WechatSource(WechatSettings settings, ObjectProvider<WechatAccess> demo, MachineClock machine) {
        channel = settings.access()
                .or(() -> Optional.ofNullable(demo.getIfAvailable()))
                .map(access -> open(access, machine));
    }

    @Override
    public Optional<Channel> channel() {
        return channel;
    }

    private static Channel open(WechatAccess access, MachineClock machine) {
        WechatConnection connection;
        try {
            connection = new WechatConnection(access, PATIENCE);
        } catch (RuntimeException unreadable) {
            // Its own words may repeat what was given as a key.
            throw new StartRefused(
                    "微信支付的设置有误：商户API证书私钥（" + WechatSettings.PREFIX + "private-key）或微信支付公钥（" + WechatSettings.PREFIX
                            + "public-key）不是可用的 RSA 密钥。",
                    "私钥用商户平台下载的 apiclient_key.pem，公钥用下载的 pub_key.pem；写法见 docs/operations/wechat-pay.md。");
        }
        return new WechatChannel(access, connection, machine);
    }
}
