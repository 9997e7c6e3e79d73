package org.gongkao.payment;

import org.gongkao.channel.ChannelCode;

/** 对账单已入账。A statement that a person handed in is taken, and what it could settle is settled: the book can be held against it. */
public record StatementBooked(ChannelCode channel) {}
