package org.gongkao.demo;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * 演示的两个服务器。Database and payment counterpart start while the program still reads its own configuration, which takes as long.
 * A folder that another program uses, or that cannot be used, is refused before anything else is begun.
 */
final class DemoServers implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
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
