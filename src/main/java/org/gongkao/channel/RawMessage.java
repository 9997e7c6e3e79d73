package org.gongkao.channel;

import java.util.Map;
import org.gongkao.shared.Sha256;

/** 渠道通知原文。A message as it came in, before anybody has believed a word of it. Names of headers are in lower case. */
public record RawMessage(Map<String, String> headers, String body) {

    /** What no channel would exceed; what is longer is cut there and never taken. */
    public static final int LONGEST = 65_536;

    public RawMessage {
        headers = Map.copyOf(headers);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String hash() {
        return Sha256.of(body);
    }
}
