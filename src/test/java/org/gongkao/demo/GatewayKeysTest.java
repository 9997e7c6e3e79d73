package org.gongkao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's keys last as long as its data, and are nobody else's to read. */
class GatewayKeysTest {

    private static final URI ENDPOINT = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path data;

    @Test
    void a_second_start_knows_what_the_first_one_gave_the_counterpart() throws IOException {
        var first = GatewayKeys.kept(data);
        var second = GatewayKeys.kept(data);
        assertThat(second.environment()).isEqualTo(first.environment());
        assertThat(second.wechat(ENDPOINT)).isEqualTo(first.wechat(ENDPOINT));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("gateway-keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_was_cut_off_is_made_anew() throws IOException {
        var first = GatewayKeys.kept(data);
        Files.writeString(data.resolve("gateway-keys"), "half\nof\nit");
        var second = GatewayKeys.kept(data);
        assertThat(second.environment()).isNotEqualTo(first.environment());
        assertThat(GatewayKeys.kept(data).environment()).isEqualTo(second.environment());
    }
}
