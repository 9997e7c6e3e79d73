package org.gongkao.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.WechatAccess;

/**
 * 支付对端进程。Starts the payment counterpart as a program of its own, with new keys, and says how the product reaches it. It
 * ends with this program, also when this one is killed: its input closes then.
 */
public final class GatewayProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;
    private final GatewayKeys keys;

    private GatewayProcess(Process process, URI url, GatewayKeys keys) {
        this.process = process;
        this.url = url;
        this.keys = keys;
    }

    public static GatewayProcess start(String... settings) {
        return start(GatewayKeys.make(), settings);
    }

    /** Settings are the program's own: {@code journal=…}, {@code duplicate=2}, {@code port=…}. */
    public static GatewayProcess start(GatewayKeys keys, String... settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes().toString(),
                "org.gongkao.gateway.Gateway"));
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(keys.environment());
        try {
            var process = builder.start();
            return new GatewayProcess(process, address(process), keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The payment counterpart did not start", e);
        }
    }

    public URI url() {
        return url;
    }

    /** What the product needs to speak with it as with WeChat Pay. */
    public WechatAccess wechat() {
        return keys.wechat(url);
    }

    /** What the product needs to speak with it as with Alipay. */
    public AlipayAccess alipay() {
        return keys.alipay(url);
    }

    /** Sets its switches while it runs, as a form: {@code lie=-100&duplicate=3}, {@code reset=1}. */
    public void control(String form) {
        var request = HttpRequest.newBuilder(url.resolve("/control"))
                .timeout(Duration.ofSeconds(5))
                .header("Control-Secret", keys.secret())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("The payment counterpart answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The payment counterpart is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is bought and sold there from now on is so at this distance from the machine's time. */
    public void shift(Duration shift) {
        control("shift=" + shift.toMillis());
    }

    /** As a power cut would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static URI address(Process process) throws IOException {
        var output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var line = output.readLine();
        if (line == null || !line.startsWith("GATEWAY ")) {
            process.destroyForcibly();
            throw new IOException("it said: " + line);
        }
        return URI.create(line.substring("GATEWAY ".length()));
    }

    /** Beside this program's own classes; compiled by the build, in no jar. */
    private static Path classes() {
        try {
            var own = Path.of(GatewayProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var classes = own.resolveSibling("gateway-classes");
            if (!Files.isDirectory(classes)) {
                throw new IllegalStateException("The payment counterpart is not compiled: " + classes);
            }
            return classes;
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
