package org.gongkao.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

/**
 * 控制台。Where a test or a demo sets switches and time while the program runs: a form with any of {@link Misbehaviour}'s
 * names, {@code shift} (how many milliseconds the platform's time is ahead of the machine's), {@code reset=1} (all switches off
 * first). Open only to who knows the secret of the start.
 */
final class ControlDesk implements Desk {

    private final byte[] secret;
    private final Misbehaviour misbehaviour;
    private final PlatformTime time;
    private final Teller teller;
    private final Runnable changed;

    /** {@code changed} runs after the switches were set. */
    ControlDesk(String secret, Misbehaviour misbehaviour, PlatformTime time, Teller teller, Runnable changed) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.misbehaviour = misbehaviour;
        this.time = time;
        this.teller = teller;
        this.changed = changed;
    }

    @Override
    public Response answer(Request request) {
        var given = request.header("control-secret").getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0 || !MessageDigest.isEqual(secret, given)) {
            return Response.empty(401);
        }
        var fields = Form.decode(request.text());
        if (fields.containsKey("reset")) {
            misbehaviour.reset();
            teller.forget();
        }
        misbehaviour.set(fields);
        if (fields.containsKey("shift")) {
            time.shift(Duration.ofMillis(Long.parseLong(fields.get("shift"))));
        }
        changed.run();
        return Response.empty(204);
    }
}
