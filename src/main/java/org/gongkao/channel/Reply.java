package org.gongkao.channel;

/** 通知应答。What the channel's sender is answered. */
public record Reply(int status, String contentType, String body) {}
