package org.gongkao.payment;

import java.net.URI;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder.Device;

/**
 * 缴费来访。How the payer comes to pay: by which channel, from what device and network address, and where the payer's browser
 * found us; {@code back} is the path that the channel leads back to.
 */
public record Visit(ChannelCode channel, Device device, String address, URI here, String back) {}
