package org.gongkao.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RawMessage;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a channel tells us. Open to everyone: the channel's signature is the only key. Each has an address of its own without a
 * variable part, which is found at once among the hundreds of the platform.
 */
@Controller
class NotificationController {

    private final Channels channels;
    private final TakingNotifications taking;

    NotificationController(Channels channels, TakingNotifications taking) {
        this.channels = channels;
        this.taking = taking;
    }

    @PostMapping("/payment/notifications/wechat")
    @Everyone
    ResponseEntity<String> wechat(HttpServletRequest request, Instant arrived) throws IOException {
        return take(ChannelCode.WECHAT, request, arrived);
    }

    @PostMapping("/payment/notifications/alipay")
    @Everyone
    ResponseEntity<String> alipay(HttpServletRequest request, Instant arrived) throws IOException {
        return take(ChannelCode.ALIPAY, request, arrived);
    }

    private ResponseEntity<String> take(ChannelCode code, HttpServletRequest request, Instant arrived)
            throws IOException {
        var channel = channels.find(code).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        var bytes = request.getInputStream().readNBytes(RawMessage.LONGEST + 1);
        var raw = new RawMessage(headers(request), new String(bytes, StandardCharsets.UTF_8));
        var verdict = taking.take(channel, raw, bytes.length > RawMessage.LONGEST, arrived);
        var reply = channel.reply(verdict);
        return ResponseEntity.status(reply.status())
                .contentType(MediaType.parseMediaType(reply.contentType()))
                .body(reply.body());
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var name : java.util.Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}
