package org.gongkao.demo;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** 演示数据库。Gives the program its embedded server: the application's role to the product, the owner's to the migrations. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoDatabase {

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedServer server) {
        return new ForTheProduct(server.url("gongkao"), server.password(EmbeddedServer.APP));
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(EmbeddedServer server) {
        return new ForTheMigrations(server.url("gongkao"), server.password(EmbeddedServer.OWNER));
    }

    /** 应用角色。Owns nothing. */
    public record ForTheProduct(String getJdbcUrl, String getPassword) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return EmbeddedServer.APP;
        }
    }

    /** 属主角色。Runs the migrations and nothing else. */
    public record ForTheMigrations(String getJdbcUrl, String getPassword) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return EmbeddedServer.OWNER;
        }
    }
}
