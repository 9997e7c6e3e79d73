package org.gongkao.gateway;

import java.util.Map;
import java.util.UUID;

/** 支付宝窗口。API v3: every request proved by the application, every answer by Alipay. */
final class AlipayDesk implements Desk {

    /** The address in a code. Scanned or opened, it makes the order a trade and leads to the payer's page. */
    static final String CODE = "/alipay/code/";

    private static final String API = "/v3/alipay/";

    private final AlipayKeys keys;
    private final AlipayTrades trades;
    private final AlipayRefunds refunds;
    private final AlipayBill bill;
    private final Misbehaviour misbehaviour;

    private AlipayDesk(
            AlipayKeys keys, AlipayTrades trades, AlipayRefunds refunds, AlipayBill bill, Misbehaviour misbehaviour) {
        this.keys = keys;
        this.trades = trades;
        this.refunds = refunds;
        this.bill = bill;
        this.misbehaviour = misbehaviour;
    }

    static AlipayDesk of(
            Map<String, String> environment,
            String address,
            Orders orders,
            PlatformTime time,
            Misbehaviour misbehaviour,
            Teller teller) {
        var keys = new AlipayKeys(environment);
        var trades = new AlipayTrades(address, keys, orders, time, misbehaviour, teller);
        return new AlipayDesk(
                keys,
                trades,
                new AlipayRefunds(trades, orders, time, misbehaviour),
                new AlipayBill(address, keys, orders, time, misbehaviour),
                misbehaviour);
    }

    void paid(Order order) {
        trades.tell(order, Map.of());
    }

    /** Refunds that were on their way arrive, unless the switches still hold them. */
    void settle() {
        refunds.settle();
    }

    @Override
    public Response answer(Request request) throws InterruptedException {
        if (request.path().startsWith(CODE)) {
            return trades.scan(request.path().substring(CODE.length()), request.query());
        }
        if (request.is("GET", AlipayBill.FILE)) {
            return bill.file(request.parameters());
        }
        if (!keys.accepts(request)) {
            return keys.prove(new AlipayError(401, "invalid-signature", "无效签名").response());
        }
        if (misbehaviour.takeOne("fail")) {
            return keys.prove(new AlipayError(500, "unknow-error", "系统繁忙").response());
        }
        Response response;
        try {
            response = json(200, carryOut(request));
        } catch (AlipayError refused) {
            response = refused.response();
        } catch (IllegalArgumentException unreadable) {
            response = new AlipayError("invalid-parameter", "参数有误").response();
        }
        return misbehaviour.swallows() ? null : keys.prove(response);
    }

    private Map<String, Object> carryOut(Request request) {
        if (request.is("GET", API + "data/dataservice/bill/downloadurl/query")) {
            return bill.offer(request.parameters());
        }
        if (!request.method().equals("POST")) {
            throw new AlipayError(404, "invalid-method", "不存在的方法名");
        }
        var fields = Json.object(request.text());
        return switch (request.path()) {
            case API + "trade/precreate" -> trades.precreate(fields);
            case API + "trade/query" -> trades.query(fields);
            case API + "trade/close" -> trades.close(fields);
            case API + "trade/cancel" -> trades.cancel(fields, refunds);
            case API + "trade/refund" -> refunds.refund(fields);
            case API + "trade/fastpay/refund/query" -> refunds.query(fields);
            default -> throw new AlipayError(404, "invalid-method", "不存在的方法名");
        };
    }

    static Response json(int status, Map<String, Object> content) {
        return Response.of(status, "application/json;charset=utf-8", Json.write(content))
                .with("alipay-trace-id", UUID.randomUUID().toString().replace("-", ""));
    }
}
