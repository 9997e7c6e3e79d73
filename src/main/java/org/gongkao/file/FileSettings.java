package org.gongkao.file;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where contents lie, and for how long an upload waits to be claimed. */
@ConfigurationProperties("gongkao.files")
record FileSettings(
        @DefaultValue("./data/files") Path folder,
        @DefaultValue("24h") Duration unclaimedFor) {}
