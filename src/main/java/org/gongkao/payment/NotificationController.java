package org.gongkao.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.gongkao.shared.Everyone;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the channel tells us. Open to everyone: the signature is the only key. */
@Controller
class NotificationController {

    private final TakingNotifications taking;

    NotificationController(TakingNotifications taking) {
        this.taking = taking;
    }

    @PostMapping("/payment/notifications")
    @Everyone
    ResponseEntity<String> take(HttpServletRequest request, Instant arrived) throws IOException {
        var bytes = request.getInputStream().readNBytes(ReceivedNotification.LONGEST + 1);
        var received = new ReceivedNotification(
                request.getRequestURI(),
                header(request, "Gongkao-Time"),
                header(request, "Gongkao-Nonce"),
                bytes.length > ReceivedNotification.LONGEST ? "" : header(request, "Gongkao-Signature"),
                new String(bytes, StandardCharsets.UTF_8));
        var verdict = taking.take(received, arrived);
        return ResponseEntity.status(verdict.status())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(verdict == Verdict.TAKEN ? "已收到" : "未接收");
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
