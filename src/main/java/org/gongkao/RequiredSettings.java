package org.gongkao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.StartRefused;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * 必需设置。Production starts only with all that it cannot do without, and names everything that is missing at once. A demo
 * and the tests bring their own; the packaged program has no demo, whatever profile it is given.
 */
class RequiredSettings implements EnvironmentPostProcessor {

    private static final String DEMO = "org.gongkao.demo.EmbeddedServer";

    private static final Map<String, String> SETTINGS = settings();

    private static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("spring.datasource.url", "外部 PostgreSQL 数据库的地址");
        settings.put("spring.datasource.username", "应用角色的名称（不是属主，不是超级用户）");
        settings.put("spring.datasource.password", "应用角色的密码");
        settings.put("spring.flyway.user", "属主角色的名称（只用于升级表结构）");
        settings.put("spring.flyway.password", "属主角色的密码");
        settings.put("gongkao.keys.encryption", "证件号码和手机号码的加密密钥");
        settings.put("gongkao.keys.index", "证件号码和手机号码的检索密钥");
        settings.put("gongkao.sms.url", "短信通道的地址");
        settings.put("gongkao.sms.key", "短信通道的密钥");
        settings.put("gongkao.sms.sign", "短信签名");
        settings.put("gongkao.public-address", "平台对外的网址");
        return settings;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean demoIsHere = ClassUtils.isPresent(DEMO, application.getClassLoader());
        if (demoIsHere && environment.acceptsProfiles(Profiles.of("demo | test"))) {
            return;
        }
        var missing = new ArrayList<String>();
        SETTINGS.forEach((name, meaning) -> {
            if (environment.getProperty(name, "").isBlank()) {
                missing.add(name + "　" + meaning);
            }
        });
        if (environment.getProperty("gongkao.sms.outbox", Boolean.class, false)) {
            missing.add("gongkao.sms.outbox　正式环境不能使用演示收件箱，请去掉这一项");
        }
        if (!missing.isEmpty()) {
            throw new StartRefused("正式环境缺少以下设置，平台没有启动：" + lines(missing), "请补齐后再启动，写法见 docs/operations/settings.md。");
        }
    }

    private static String lines(List<String> missing) {
        return "\n  - " + String.join("\n  - ", missing);
    }
}
