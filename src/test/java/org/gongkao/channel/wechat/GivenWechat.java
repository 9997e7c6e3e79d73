package org.gongkao.channel.wechat;

import java.net.URI;
import java.time.Duration;
import org.gongkao.channel.Channel;
import org.gongkao.demo.GatewayKeys;
import org.gongkao.shared.MachineClock;

/** WeChat Pay without a counterpart: reads and answers messages under keys that a test's signer has too, and reaches nobody. */
public final class GivenWechat {

    private static final GatewayKeys KEYS = GatewayKeys.make();

    private GivenWechat() {}

    public static Channel channel(MachineClock machine) {
        var access = KEYS.wechat(URI.create("http://127.0.0.1:9"));
        return new WechatChannel(access, new WechatConnection(access, Duration.ofSeconds(1)), machine);
    }

    public static WechatSigner signer() {
        return new WechatSigner(KEYS);
    }
}
