package org.gongkao.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder.Device;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * 缴费来访。How the payer comes to pay: by which channel, from what device and network address, and where the payer's browser
 * found us; {@code back} is the path that the channel leads back to.
 */
public record Visit(ChannelCode channel, Device device, String address, URI here, String back) {

    /** From a bank one transfers as from anywhere: the same code on every device. */
    public static Visit of(ChannelCode channel, HttpServletRequest request, String back) {
        var agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new Visit(
                channel,
                channel != ChannelCode.TRANSFER && agent.contains("Mobile") ? Device.PHONE : Device.DESKTOP,
                request.getRemoteAddr(),
                URI.create(ServletUriComponentsBuilder.fromCurrentContextPath()
                        .build()
                        .toUriString()),
                back);
    }
}
