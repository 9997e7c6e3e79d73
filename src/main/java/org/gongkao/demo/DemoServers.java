package org.gongkao.demo;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * 演示的两个服务器。Database and payment counterpart start while the program still reads its own configuration, which takes as long.
 * The counterpart comes second: a folder that another program uses must not get a second one at its journal.
 */
final class DemoServers implements ApplicationContextInitializer<GenericApplicationContext> {

    /** 数据目录。Where everything of a demo is kept. */
    static final String DATA = "gongkao.data";

    @Override
    public void initialize(GenericApplicationContext context) {
        var data = Path.of(context.getEnvironment().getProperty(DATA, "./data"));
        var database = new FutureTask<>(() -> EmbeddedServer.start(data.resolve("database"), true));
        var gateway = new FutureTask<>(() -> {
            get(database);
            var journal = data.resolve("gateway-journal").toAbsolutePath();
            return GatewayProcess.start(GatewayKeys.kept(data), "journal=" + journal);
        });
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
