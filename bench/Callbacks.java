import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends messages of WeChat Pay to the platform's open address, one for each given order, so many at once over connections
 * that stay open. All are encrypted and signed before the first is sent. Knows no class of the product. See callbacks.sh.
 */
public final class Callbacks {

    static final String API_KEY = "0123456789abcdef0123456789abcdef";
    static final String KEY_ID = "PUB_KEY_ID_0119000000012023000000000000000001";

    private final int port;
    private final PrivateKey platform;
    private final List<Double> times = Collections.synchronizedList(new ArrayList<>());
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());

    /** One order's message, ready to be written to a connection. */
    private record Ready(String order, byte[] request) {}

    private Callbacks(int port, PrivateKey platform) {
        this.port = port;
        this.platform = platform;
    }

    /** {@code keys folder}, or {@code send folder port at-once orders acknowledged}. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        if (arguments[0].equals("keys")) {
            keys(folder);
            return;
        }
        var text = Files.readString(folder.resolve("platform-private.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        var platform = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        new Callbacks(Integer.parseInt(arguments[2]), platform)
                .send(Integer.parseInt(arguments[3]), Files.readAllLines(Path.of(arguments[4])), arguments);
    }

    private static void keys(Path folder) throws GeneralSecurityException, IOException {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var merchant = keys.generateKeyPair();
        var platform = keys.generateKeyPair();
        pem(
                folder.resolve("merchant-private.pem"),
                "PRIVATE KEY",
                merchant.getPrivate().getEncoded());
        pem(
                folder.resolve("platform-private.pem"),
                "PRIVATE KEY",
                platform.getPrivate().getEncoded());
        pem(
                folder.resolve("platform-public.pem"),
                "PUBLIC KEY",
                platform.getPublic().getEncoded());
    }

    private static void pem(Path file, String what, byte[] key) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }

    /** Each line: order number, payer's mark, fen. Writes the orders that were thanked for into the last argument's file. */
    private void send(int atOnce, List<String> orders, String[] arguments) throws Exception {
        var ready = orders.parallelStream().map(line -> ready(line.split(" "))).toList();
        var queue = new ConcurrentLinkedQueue<>(ready);
        var waiting = new CountDownLatch(atOnce);
        var go = new CountDownLatch(1);
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < atOnce; i++) {
            senders.add(Thread.ofPlatform().start(() -> {
                try {
                    var line = new Line(port);
                    waiting.countDown();
                    go.await();
                    for (var one = queue.poll(); one != null; one = queue.poll()) {
                        long from = System.nanoTime();
                        int status = line.send(one.request());
                        times.add((System.nanoTime() - from) / 1e6);
                        (status == 200 ? taken : refused).add(one.order());
                    }
                    line.socket.close();
                } catch (IOException | InterruptedException failed) {
                    refused.add(failed.toString());
                }
            }));
        }
        waiting.await();
        long from = System.nanoTime();
        go.countDown();
        for (var sender : senders) {
            sender.join();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        Files.write(Path.of(arguments[5]), taken);
        if (taken.size() < orders.size()) {
            throw new IllegalStateException("thanked for " + taken.size() + " of " + orders.size() + ": "
                    + refused.stream().limit(3).toList());
        }
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%.0f | %.1f ms | %.1f ms | %.1f ms%n",
                taken.size() / seconds,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99));
    }

    private Ready ready(String[] order) {
        var content = """
                {"mchid":"1900000001","appid":"wx0123456789abcdef","out_trade_no":"%1$s","transaction_id":"42000%1$s",\
                "trade_type":"NATIVE","trade_state":"SUCCESS","trade_state_desc":"支付成功","bank_type":"OTHERS","attach":"%2$s",\
                "success_time":"2023-03-15T10:00:05+08:00","payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"},\
                "amount":{"total":%3$s,"payer_total":%3$s,"currency":"CNY","payer_currency":"CNY"}}""".formatted(order[0], order[1], order[2]);
        var body = """
                {"id":"%s","create_time":"2023-03-15T10:00:06+08:00","resource_type":"encrypt-resource",\
                "event_type":"TRANSACTION.SUCCESS","summary":"支付成功","resource":{"original_type":"transaction",\
                "algorithm":"AEAD_AES_256_GCM","associated_data":"transaction","nonce":"0123456789ab","ciphertext":"%s"}}""".formatted(UUID.randomUUID(), sealed(content));
        var time = Long.toString(Instant.now().getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST /payment/notifications/wechat HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\nWechatpay-Timestamp: " + time + "\r\nWechatpay-Nonce: " + nonce
                + "\r\nWechatpay-Serial: " + KEY_ID + "\r\nWechatpay-Signature: "
                + signed(time + "\n" + nonce + "\n" + body + "\n") + "\r\n\r\n";
        return new Ready(order[0], (head + body).getBytes(StandardCharsets.UTF_8));
    }

    private static String sealed(String content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, "0123456789ab".getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(platform);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection, opened anew when the other side has had enough of it. */
    private static final class Line {

        private final int port;
        private Socket socket;
        private InputStream in;

        Line(int port) throws IOException {
            this.port = port;
            open();
        }

        private void open() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        /** The status of the answer, which is read to its end. */
        int send(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            int status = Integer.parseInt(line(in).split(" ")[1]);
            int length = 0;
            boolean enough = false;
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(
                            lower.substring("content-length:".length()).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    throw new IOException("an answer in pieces");
                }
                enough |= lower.equals("connection: close");
            }
            in.readNBytes(length);
            if (enough) {
                socket.close();
                open();
            }
            return status;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new IOException("the connection ended");
            }
            line.append((char) one);
        }
        return line.toString().stripTrailing();
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }
}
