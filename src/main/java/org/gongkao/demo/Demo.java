package org.gongkao.demo;

import org.gongkao.Commands;
import org.gongkao.Gongkao;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;

/** 演示。The platform with a database and a payment counterpart of its own, as {@code spring-boot:run} starts it. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            // What is asked for here may need other parts than those that the build put together (DemoArchive).
            System.setProperty(AotDetector.AOT_ENABLED, "false");
        }
        var application = application();
        KeptClasses.by(application);
        application.run(Commands.complete(arguments));
    }

    /** The only way into the profile {@code demo}; the packaged program has no such class. */
    public static SpringApplication application() {
        var application = new SpringApplication(Gongkao.class);
        application.setAdditionalProfiles("demo");
        application.addInitializers(new DemoServers());
        return application;
    }
}
