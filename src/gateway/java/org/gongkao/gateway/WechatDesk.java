package org.gongkao.gateway;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 微信支付窗口。API v3: every request proved by the merchant, every answer by the platform. */
final class WechatDesk implements Desk {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String ORDER = "/v3/pay/transactions/out-trade-no/";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    private final WechatKeys keys;
    private final WechatOrders orders;
    private final WechatRefunds refunds;
    private final WechatBill bill;
    private final Misbehaviour misbehaviour;

    private WechatDesk(
            WechatKeys keys, WechatOrders orders, WechatRefunds refunds, WechatBill bill, Misbehaviour misbehaviour) {
        this.keys = keys;
        this.orders = orders;
        this.refunds = refunds;
        this.bill = bill;
        this.misbehaviour = misbehaviour;
    }

    static WechatDesk of(
            Map<String, String> environment,
            String address,
            Orders orders,
            PlatformTime time,
            Misbehaviour misbehaviour,
            Teller teller) {
        var keys = new WechatKeys(environment);
        return new WechatDesk(
                keys,
                new WechatOrders(address, keys, orders, time, misbehaviour, teller),
                new WechatRefunds(keys, orders, time, misbehaviour, teller),
                new WechatBill(address, keys, orders, time, misbehaviour),
                misbehaviour);
    }

    void paid(Order order) {
        orders.tell(order);
    }

    /** Refunds that were on their way go where the switches now send them. */
    void settle() {
        refunds.settle();
    }

    @Override
    public Response answer(Request request) throws InterruptedException {
        if (!keys.accepts(request)) {
            return new WechatError(401, "SIGN_ERROR", "签名错误，请检查后再试").response();
        }
        if (misbehaviour.takeOne("fail")) {
            return proved(request, new WechatError(500, "SYSTEM_ERROR", "系统异常，请稍后重试").response());
        }
        if (request.is("GET", WechatBill.FILE)) {
            return bill.file(request.parameters());
        }
        Response response;
        try {
            var answer = carryOut(request);
            response = answer.isEmpty() ? Response.empty(204) : Response.of(200, JSON, Json.write(answer));
        } catch (WechatError refused) {
            response = refused.response();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            response = new WechatError(400, "PARAM_ERROR", "参数错误").response();
        }
        return misbehaviour.swallows() ? null : proved(request, response);
    }

    private Map<String, Object> carryOut(Request request) {
        var path = request.path();
        if (request.is("POST", "/v3/pay/transactions/native")) {
            return orders.prepare(WechatOrders.NATIVE, Json.object(request.text()));
        }
        if (request.is("POST", "/v3/pay/transactions/h5")) {
            return orders.prepare(WechatOrders.H5, Json.object(request.text()));
        }
        if (path.startsWith(ORDER)
                && path.endsWith("/close")
                && request.method().equals("POST")) {
            orders.close(
                    path.substring(ORDER.length(), path.length() - "/close".length()), Json.object(request.text()));
            return Map.of();
        }
        if (path.startsWith(ORDER) && request.method().equals("GET")) {
            return orders.query(path.substring(ORDER.length()), request.parameters());
        }
        if (request.is("POST", REFUNDS)) {
            return refunds.create(Json.object(request.text()));
        }
        if (path.startsWith(REFUNDS + "/") && request.method().equals("GET")) {
            return refunds.query(path.substring(REFUNDS.length() + 1));
        }
        if (request.is("GET", "/v3/bill/tradebill")) {
            return bill.offer(request.parameters());
        }
        if (request.is("GET", "/v3/certificates")) {
            return certificates();
        }
        throw new WechatError(404, "RESOURCE_NOT_EXISTS", "没有这个接口");
    }

    private Map<String, Object> certificates() {
        var certificate = keys.certificate;
        return Json.of(
                "data",
                List.of(Json.of(
                        "serial_no",
                        certificate.serial(),
                        "effective_time",
                        PlatformTime.rfc3339(certificate.from()),
                        "expire_time",
                        PlatformTime.rfc3339(certificate.to()),
                        "encrypt_certificate",
                        keys.seal("certificate", certificate.pem()))));
    }

    private Response proved(Request request, Response response) {
        var headers = new LinkedHashMap<>(response.headers());
        headers.putAll(keys.prove(keys.serialFor(request), response.text()));
        headers.put("Request-ID", java.util.UUID.randomUUID().toString());
        return new Response(response.status(), headers, response.body());
    }
}
