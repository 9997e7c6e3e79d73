package org.gongkao;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkao.shared.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/** Says on the console, in two sentences and without a stack trace, why the program did not start. */
class StartRefusals implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return new FailureAnalysis(refused.getMessage(), refused.remedy(), failure);
            }
            if (cause instanceof PortInUseException port) {
                return new FailureAnalysis(
                        "端口 " + port.getPort() + " 已被占用，平台没有启动。",
                        "请关闭占用该端口的程序，或换一个端口启动，例如：SERVER_PORT=8081 ./mvnw spring-boot:run",
                        failure);
            }
            if (cause instanceof SQLException database && isNoWayIn(database)) {
                return new FailureAnalysis(
                        "连不上数据库，平台没有启动。",
                        "请检查数据库是否在运行，以及 spring.datasource 和 spring.flyway 的地址、用户和口令。数据库的回答：" + database.getMessage(),
                        failure);
            }
        }
        return null;
    }

    /** Not reached (08), not let in (28), or no such database (3D), by the class of its SQL state. */
    private static boolean isNoWayIn(SQLException database) {
        return Stream.of("08", "28", "3D")
                .anyMatch(of ->
                        Objects.requireNonNullElse(database.getSQLState(), "").startsWith(of));
    }
}
