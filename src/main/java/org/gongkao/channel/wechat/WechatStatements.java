package org.gongkao.channel.wechat;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.TarType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.WechatAccess;
import org.gongkao.shared.Sha256;
import org.jspecify.annotations.Nullable;

/** 微信支付账单。Fetches a day's trade bill. The file itself comes unsigned: the hash, which came signed, is its only proof. */
final class WechatStatements {

    /** Some 200,000 lines. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final WechatAccess access;
    private final WechatConnection wechat;

    WechatStatements(WechatAccess access, WechatConnection wechat) {
        this.access = access;
        this.wechat = wechat;
    }

    StatementAnswer of(LocalDate day) {
        return of(day, TarType.GZIP);
    }

    /** {@code packing} is null for a plain file. */
    StatementAnswer of(LocalDate day, @Nullable TarType packing) {
        var request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        request.setBillType(BillType.ALL);
        if (packing != null) {
            request.setTarType(packing);
        }
        try {
            return read(day, wechat.bills.getTradeBill(request));
        } catch (ServiceException refused) {
            return "NO_STATEMENT_EXIST".equals(refused.getErrorCode())
                    ? new StatementAnswer.Ready(Sha256.of(""), List.of())
                    : new StatementAnswer.NotYet("微信支付尚未提供账单（" + WechatChannel.word(refused) + "）");
        } catch (IOException cutOff) {
            return new StatementAnswer.NotYet("账单未能完整下载（" + cutOff.getClass().getSimpleName() + "）");
        } catch (RuntimeException unclear) {
            return new StatementAnswer.NotYet("微信支付没有答复（" + WechatChannel.kind(unclear) + "）");
        }
    }

    private StatementAnswer read(LocalDate day, DigestBillEntity bill) throws IOException {
        byte[] bytes;
        boolean whole;
        try (var in = bill.getInputStream()) {
            bytes = in.readNBytes(LONGEST + 1);
            // It answers once only, and only when all was read.
            whole = in.read() < 0 && bill.verifyHash();
        }
        if (bytes.length > LONGEST) {
            return new StatementAnswer.Broken(List.of("账单超过 64 MB，没有读入。"));
        }
        return whole
                ? new WechatBill(access.merchant(), day).read(bytes)
                : new StatementAnswer.Broken(List.of("账单的校验值与微信支付公布的不符，没有采用其中任何一行。"));
    }
}
