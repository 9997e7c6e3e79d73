package org.gongkao.gateway;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 监听。HTTP/1.1 on this machine only, as small as the purpose allows. The JDK's own server writes {@code Wechatpay-signature}
 * where {@code Wechatpay-Signature} was said, and WeChat's official program compares names letter by letter; a web server
 * from a library would cost this program half a second at each start and a class path.
 */
final class Server {

    private static final int LONGEST_HEAD = 16_384;
    private static final int LONGEST_BODY = 1_048_576;
    private static final int PATIENCE = 60_000;

    private final ServerSocket socket = new ServerSocket();
    private final Map<String, Desk> desks = new LinkedHashMap<>();

    Server(int port) throws IOException {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The first whose beginning fits is asked. */
    void add(String beginning, Desk desk) {
        desks.put(beginning, desk);
    }

    void start() {
        Thread.ofPlatform().daemon().name("server").start(() -> {
            while (!socket.isClosed()) {
                try {
                    var connection = socket.accept();
                    Thread.ofVirtual().start(() -> serve(connection));
                } catch (IOException refused) {
                    System.err.println("counterpart: " + refused);
                }
            }
        });
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(PATIENCE);
            var in = new BufferedInputStream(connection.getInputStream());
            var out = new BufferedOutputStream(connection.getOutputStream(), 65_536);
            for (var request = read(in); request != null; request = read(in)) {
                var response = answer(request);
                if (response == null) {
                    return;
                }
                write(out, response, !request.method().equals("HEAD"));
                if (request.header("connection").equalsIgnoreCase("close")) {
                    return;
                }
            }
        } catch (IOException gone) {
            // whoever asked has gone, or did not speak HTTP
        }
    }

    private Response answer(Request request) {
        try {
            for (var desk : desks.entrySet()) {
                if (request.path().startsWith(desk.getKey())) {
                    return desk.getValue().answer(request);
                }
            }
            return Response.empty(404);
        } catch (InterruptedException stopped) {
            return null;
        } catch (Exception defect) {
            defect.printStackTrace();
            return Response.empty(500);
        }
    }

    /** Null when the other side has said all that it had to say. */
    private static Request read(InputStream in) throws IOException {
        var first = line(in);
        if (first == null) {
            return null;
        }
        var words = first.split(" ");
        if (words.length != 3) {
            throw new IOException("not HTTP");
        }
        var headers = new LinkedHashMap<String, String>();
        int length = 0;
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            length += line.length();
            if (colon < 1 || length > LONGEST_HEAD) {
                throw new IOException("not HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int body = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (body < 0 || body > LONGEST_BODY || headers.containsKey("transfer-encoding")) {
            throw new IOException("a body that nobody here sends");
        }
        var bytes = in.readNBytes(body);
        if (bytes.length < body) {
            throw new EOFException();
        }
        int question = words[1].indexOf('?');
        return question < 0
                ? new Request(words[0], words[1], "", headers, bytes)
                : new Request(
                        words[0], words[1].substring(0, question), words[1].substring(question + 1), headers, bytes);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                return null;
            }
            if (line.length() > LONGEST_HEAD) {
                throw new IOException("not HTTP");
            }
            line.append((char) one);
        }
        return line.toString().stripTrailing();
    }

    private static void write(OutputStream out, Response response, boolean withBody) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(response.status()).append(" -\r\n");
        response.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (response.status() != 204) {
            head.append("Content-Length: ").append(response.body().length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (withBody) {
            out.write(response.body());
        }
        out.flush();
    }
}
