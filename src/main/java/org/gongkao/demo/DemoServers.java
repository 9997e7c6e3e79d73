package org.gongkao.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.gongkao.shared.StartRefused;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * 演示的两个服务器。Database and payment counterpart start while the program still reads its own configuration, which takes as long.
 * A folder or a port that another program uses, or that cannot be used, is refused before anything else is begun.
 */
final class DemoServers implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final int LAST_PORT = 65_535;

    @Override
    public void initialize(GenericApplicationContext context) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return; // the build asks how the program is put together, and runs none
        }
        refuseTakenPort(context.getEnvironment());
        var data = Path.of(context.getEnvironment().getProperty("gongkao.data", "./data"));
        var folder = data.resolve("database");
        var taken = EmbeddedServer.take(folder);
        var database = new FutureTask<>(() -> EmbeddedServer.start(folder, taken, true));
        var journal = data.resolve("gateway-journal").toAbsolutePath();
        var gateway = new FutureTask<>(() -> GatewayProcess.start(GatewayKeys.kept(data), "journal=" + journal));
        Thread.ofPlatform().name("demo servers").daemon().start(() -> {
            database.run();
            gateway.run();
        });
        context.registerBean(EmbeddedServer.class, () -> get(database));
        context.registerBean(GatewayProcess.class, () -> get(gateway));
    }

    private static void refuseTakenPort(Environment settings) {
        int port = settings.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return; // any free one, or none
        }
        if (port > LAST_PORT) {
            throw new StartRefused(
                    "端口 " + port + " 不存在，平台没有启动。", "端口用 1 至 65535 的数，例如：SERVER_PORT=8081 ./mvnw spring-boot:run");
        }
        try (var tried = new ServerSocket()) {
            tried.setReuseAddress(true);
            tried.bind(new InetSocketAddress(settings.getProperty("server.address", "127.0.0.1"), port));
        } catch (IOException e) {
            // What else may be wrong with an address is the server's to say.
            PortInUseException.throwIfPortBindingException(e, () -> port);
        }
    }

    private static <T> T get(FutureTask<T> started) {
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
