package org.gongkao.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * 微信支付通知。The same id and content in each try; encrypted and proved anew, as nothing promises the same letters twice.
 */
record WechatLetter(
        WechatKeys keys,
        String address,
        String id,
        Instant at,
        String event,
        String summary,
        String type,
        String content)
        implements Letter {

    @Override
    public HttpRequest write() {
        var resource = keys.seal(type, content);
        resource.put("original_type", type);
        var body = Json.write(Json.of(
                "id",
                id,
                "create_time",
                PlatformTime.rfc3339(at),
                "resource_type",
                "encrypt-resource",
                "event_type",
                event,
                "summary",
                summary,
                "resource",
                resource));
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        keys.prove(keys.serial(), body).forEach(request::header);
        return request.build();
    }

    @Override
    public boolean isThanked(HttpResponse<String> answer) {
        return answer.statusCode() == 200 || answer.statusCode() == 204;
    }
}
