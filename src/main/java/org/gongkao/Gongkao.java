package org.gongkao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** 工考平台。The whole platform as one program; the modules are the packages beside this class. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(
        systemName = "工考",
        sharedModules = {"shared", "audit", "job", "file", "letter", "sms"})
public class Gongkao {

    public static void main(String[] args) {
        SpringApplication.run(Gongkao.class, Commands.complete(args));
    }
}
