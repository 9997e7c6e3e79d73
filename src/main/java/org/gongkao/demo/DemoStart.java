package org.gongkao.demo;

import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.DemoAccounts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** 演示启动。Plants the cast and says in the console where the platform is and who may sign in. */
@Component
@Profile("demo")
class DemoStart {

    private final CastSeeds seeds;
    private final DemoAccounts accounts;
    private final BusinessClock clock;
    private final Environment environment;

    DemoStart(CastSeeds seeds, DemoAccounts accounts, BusinessClock clock, Environment environment) {
        this.seeds = seeds;
        this.accounts = accounts;
        this.clock = clock;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        seeds.plant(clock.instant());
        var port =
                ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? web.getWebServer().getPort()
                        : 0;
        var host = environment.getProperty("server.address", "127.0.0.1");
        var text = new StringBuilder(
                "\n工考平台（演示）已启动：http://" + host + ":" + port + "/\n演示账号，密码均为 " + accounts.password() + "\n");
        for (var persona : accounts.list()) {
            text.append(String.format(
                    "  %-12s %s　%s　%s%n", persona.username(), persona.name(), persona.role(), persona.office()));
        }
        System.out.println(text);
    }
}
