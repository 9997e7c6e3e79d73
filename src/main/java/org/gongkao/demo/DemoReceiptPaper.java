package org.gongkao.demo;

import java.time.Instant;
import java.util.List;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.FiscalReceiptIssuer.Request;
import org.gongkao.shared.Shanghai;

/** 演示票据纸质件。The document of the demo's receipt. */
record DemoReceiptPaper(
        String code,
        String number,
        String check,
        String payer,
        String title,
        List<FeePart> parts,
        String total,
        String charge,
        String paidAt,
        String issuedAt,
        String foot) {

    static DemoReceiptPaper of(String code, String number, String check, Request request, Instant at) {
        return new DemoReceiptPaper(
                code,
                number,
                check,
                request.payer(),
                request.title(),
                request.parts(),
                request.amount().toString(),
                request.charge(),
                Shanghai.second(request.paidAt()),
                Shanghai.date(Shanghai.day(at)),
                "演示票据，不能作为报销凭证");
    }
}
