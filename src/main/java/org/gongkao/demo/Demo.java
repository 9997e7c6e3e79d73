package org.gongkao.demo;

import org.gongkao.Commands;
import org.gongkao.Gongkao;
import org.springframework.boot.SpringApplication;

/** 演示。The platform with a database and a payment counterpart of its own, as {@code spring-boot:run} starts it. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        application().run(Commands.complete(arguments));
    }

    /** The only way into the profile {@code demo}; the packaged program has no such class. */
    public static SpringApplication application() {
        var application = new SpringApplication(Gongkao.class);
        application.setAdditionalProfiles("demo");
        application.addInitializers(new DemoServers());
        return application;
    }
}
