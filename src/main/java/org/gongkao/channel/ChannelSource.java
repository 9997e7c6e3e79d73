package org.gongkao.channel;

import java.util.Optional;

/** 渠道来源。A bean of each provider's package: its channel, where keys and merchant are configured or a demo brings them. */
public interface ChannelSource {

    Optional<Channel> channel();
}
