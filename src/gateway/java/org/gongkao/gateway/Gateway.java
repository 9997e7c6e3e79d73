package org.gongkao.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 支付对端。Stands outside the building. Started as a process: keys and merchants in the environment ({@code GATEWAY_…}, read by
 * each provider's desk; {@code GATEWAY_SECRET} opens the control desk), settings as {@code name=value} arguments
 * ({@code port}, {@code journal}, {@code shift}, and the switches of {@link Misbehaviour}). Prints its address and ends when
 * its input is closed, so it never outlives the program that started it.
 */
public final class Gateway {

    private Gateway() {}

    public static void main(String[] arguments) throws IOException {
        var settings = settings(arguments);
        var environment = System.getenv();
        var misbehaviour = new Misbehaviour(settings);
        var time = new PlatformTime();
        time.shift(Duration.ofMillis(Long.parseLong(settings.getOrDefault("shift", "0"))));
        var orders = new Orders(settings.containsKey("journal") ? Path.of(settings.get("journal")) : null);
        var teller = new Teller(misbehaviour);
        var server = new Server(Integer.parseInt(settings.getOrDefault("port", "0")));
        var wechat = WechatDesk.of(environment, server.address(), orders, time, misbehaviour, teller);
        var alipay = AlipayDesk.of(environment, server.address(), orders, time, misbehaviour, teller);
        server.add("/v3/pay/transactions/", wechat);
        server.add("/v3/refund/", wechat);
        server.add("/v3/bill", wechat);
        server.add("/v3/certificates", wechat);
        server.add("/v3/alipay/", alipay);
        server.add("/alipay/", alipay);
        server.add("/pay/", new PayDesk(orders, time, order -> {
            switch (order.kind()) {
                case WECHAT -> wechat.paid(order);
                case ALIPAY -> alipay.paid(order);
            }
        }));
        server.add(
                "/control",
                new ControlDesk(environment.getOrDefault("GATEWAY_SECRET", ""), misbehaviour, time, teller, () -> {
                    wechat.settle();
                    alipay.settle();
                }));
        server.start();
        System.out.println("GATEWAY " + server.address());
        System.out.flush();
        while (System.in.read() >= 0) {
            // only its end matters
        }
        System.exit(0);
    }

    private static Map<String, String> settings(String[] arguments) {
        return Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
