package org.gongkao.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 支付对端。Stands outside the building. Started as a process: keys in the environment ({@code GATEWAY_PRIVATE_KEY}, ours;
 * {@code GATEWAY_PRODUCT_KEY}, the product's public one), settings as {@code name=value} arguments ({@code port},
 * {@code journal}, and the switches of {@link Misbehaviour}). Prints its address and ends when its input is closed, so it
 * never outlives the program that started it.
 */
public final class Gateway {

    private Gateway() {}

    public static void main(String[] arguments) throws IOException {
        var settings = settings(arguments);
        var environment = System.getenv();
        var signatures = new Signatures(environment.get("GATEWAY_PRIVATE_KEY"), environment.get("GATEWAY_PRODUCT_KEY"));
        var misbehaviour = new Misbehaviour(settings);
        var journal = settings.containsKey("journal") ? Path.of(settings.get("journal")) : null;
        var orders = new Orders(journal);
        var server = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(settings.getOrDefault("port", "0"))),
                0);
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        var teller = new Teller(signatures, misbehaviour);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/orders", new OrderDesk(address, orders, signatures, misbehaviour, teller));
        server.createContext("/switches", new SwitchDesk(signatures, misbehaviour));
        server.createContext("/pay/", new PayDesk(orders, teller));
        server.start();
        System.out.println("GATEWAY " + address);
        System.out.flush();
        while (System.in.read() >= 0) {
            // only its end matters
        }
        server.stop(0);
        System.exit(0);
    }

    private static Map<String, String> settings(String[] arguments) {
        return Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
