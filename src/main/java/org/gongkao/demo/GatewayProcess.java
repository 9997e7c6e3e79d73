package org.gongkao.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gongkao.payment.CounterpartAccess;

/**
 * 支付对端进程。Starts the payment counterpart as a program of its own, with new keys, and says how the product reaches it. It
 * ends with this program, also when this one is killed: its input closes then.
 */
public final class GatewayProcess implements AutoCloseable {

    private final Process process;
    private final URI url;
    private final String productKey;
    private final String gatewayKey;

    private GatewayProcess(Process process, URI url, String productKey, String gatewayKey) {
        this.process = process;
        this.url = url;
        this.productKey = productKey;
        this.gatewayKey = gatewayKey;
    }

    /** Settings are the program's own: {@code journal=…}, {@code duplicate=2}, {@code port=…}. */
    public static GatewayProcess start(String... settings) {
        var product = keys();
        var gateway = keys();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes().toString(),
                "org.gongkao.gateway.Gateway"));
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put("GATEWAY_PRIVATE_KEY", text(gateway.getPrivate().getEncoded()));
        builder.environment()
                .put("GATEWAY_PRODUCT_KEY", text(product.getPublic().getEncoded()));
        try {
            var process = builder.start();
            return new GatewayProcess(
                    process,
                    address(process),
                    text(product.getPrivate().getEncoded()),
                    text(gateway.getPublic().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException("The payment counterpart did not start", e);
        }
    }

    /** What the product needs to reach it. */
    public CounterpartAccess access() {
        return new CounterpartAccess(url, productKey, gatewayKey);
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

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
