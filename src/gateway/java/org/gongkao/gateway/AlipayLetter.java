package org.gongkao.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 支付宝通知。A form of fields, the same id in each try; signed anew, since it names the time at which it is sent: the machine's,
 * whatever time the trade itself lives in.
 */
record AlipayLetter(AlipayKeys keys, String address, Map<String, String> content) implements Letter {

    @Override
    public HttpRequest write() {
        var fields = new LinkedHashMap<>(content);
        fields.put("notify_time", PlatformTime.plain(Instant.now()));
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                // as the provider writes it
                .header("Content-Type", "application/x-www-form-urlencoded; text/html; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(keys.sign(fields))))
                .build();
    }

    /** The word alone counts, whatever the status. */
    @Override
    public boolean isThanked(HttpResponse<String> answer) {
        return answer.body().strip().equals("success");
    }
}
