package org.gongkao.payment;

import org.gongkao.channel.PayWay;
import org.gongkao.shared.Money;

/** 转账单。What the payer copies into a bank transfer; the code is shown in groups and copied without them. */
public record TransferSlip(
        String code,
        String shownCode,
        String accountName,
        String accountNumber,
        String bank,
        String amount,
        String shownAmount) {

    public static TransferSlip of(PayWay.Transfer to, Money amount) {
        var code = to.payCode();
        return new TransferSlip(
                code,
                code.replaceFirst("^(\\d{4})(\\d{3})(\\d+)$", "$1 $2 $3"),
                to.accountName(),
                to.accountNumber(),
                to.bank(),
                amount.inYuan().toPlainString(),
                amount.toString());
    }
}
