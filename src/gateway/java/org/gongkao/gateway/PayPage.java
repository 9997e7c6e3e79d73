package org.gongkao.gateway;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** 收银台页面。Plain text and two buttons; says on top that no money moves. */
final class PayPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    static final String STYLE = """
            body { margin: 0; color: #17212e; background: #fff; font: 18px/1.7 "PingFang SC", "Microsoft YaHei",
                   "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
            header { padding: .75rem 1.5rem; color: #835300; background: #fdf6e7; border-bottom: 1px solid #e7cf9c; }
            main { max-width: 30rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
            h1 { margin: 0 0 1.5rem; font-size: 28px; line-height: 1.35; font-weight: 600; }
            .sum { margin: 0 0 1.5rem; font-size: 36px; line-height: 1.35; font-weight: 600;
                   font-variant-numeric: tabular-nums; }
            dl { display: grid; grid-template-columns: auto 1fr; gap: .5rem 1.5rem; margin: 0 0 2rem; padding: 1rem 0;
                 border-top: 1px solid #dde3ea; border-bottom: 1px solid #dde3ea; }
            dt { color: #5f6b7a; white-space: nowrap; } dd { margin: 0; overflow-wrap: anywhere; }
            form { display: grid; gap: .75rem; }
            button, .button { min-height: 48px; padding: .5rem 1.25rem; font: inherit; text-align: center; cursor: pointer;
                     border: 1px solid #8791a0; border-radius: 4px; color: #17212e; background: #fff;
                     text-decoration: none; display: block; box-sizing: border-box; }
            button.pay, .button.pay { color: #fff; background: #143f7d; border-color: #143f7d; }
            button:focus-visible, a:focus-visible { outline: 3px solid #143f7d; outline-offset: 2px; }
            .wrong { padding: .75rem 1rem; color: #a61e19; background: #fdf1f0; border: 1px solid #ecc4c2; }
            """;

    private PayPage() {}

    /** {@code back} is where the payer came from; empty for who scanned a code with the phone. */
    static String of(Order order, Instant now, boolean failed, String back) {
        var facts = """
                <p class="sum">%s</p>
                <dl><dt>收款项目</dt><dd>%s</dd><dt>支付方式</dt><dd>%s</dd><dt>订单号</dt><dd>%s</dd><dt>最迟</dt><dd>%s</dd></dl>
                """.formatted(
                        money(order.amount()),
                        escape(order.title()),
                        order.kind().label(),
                        escape(order.number()),
                        until(order.expires()));
        var link = back.isEmpty() ? "" : "<a class=\"button\" href=\"" + escape(back) + "\">返回缴费单</a>";
        if (order.isPaid()) {
            var next = back.isEmpty() ? "可以关闭本页，电脑上的缴费单会自己更新。" : "请返回缴费单查看结果。";
            return page(
                    "支付成功",
                    facts + "<p>款项已支付。" + next + "</p>" + link.replace("class=\"button\"", "class=\"button pay\""));
        }
        if (!order.isPayable(now)) {
            return page("订单已关闭", facts + "<p>这笔订单已经关闭或已过期，不能再支付。</p>" + link);
        }
        var other = back.isEmpty() ? "可以再付一次。" : "可以再付一次，或返回缴费单。";
        var wrong = failed ? "<p class=\"wrong\" role=\"alert\">支付未成功，没有扣款。" + other + "</p>" : "";
        return page("确认支付", wrong + facts + """
                <form method="post" action="/pay/%s">
                <input type="hidden" name="back" value="%s">
                <button class="pay" name="act" value="pay">确认支付 %s</button>
                <button name="act" value="fail">模拟支付失败</button>
                %s
                </form>
                """.formatted(order.token(), escape(back), money(order.amount()), link));
    }

    static String notFound() {
        return page("没有找到订单", "<p>没有找到这笔订单，请从缴费单重新进入。</p>");
    }

    private static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="zh-CN"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · 演示收银台</title><link rel="stylesheet" href="/pay/style.css"></head>
                <body><header><strong>演示收银台</strong> 仅供演示和测试，不会发生真实扣款。</header>
                <main><h1>%1$s</h1>
                %2$s</main></body></html>
                """.formatted(title, content);
    }

    static String money(long fen) {
        return String.format(Locale.ROOT, "¥%,d.%02d", fen / 100, fen % 100);
    }

    /** Midnight is 24:00 of the day before. */
    private static String until(Instant end) {
        var at = end.atZone(TIME.getZone());
        return at.getHour() == 0 && at.getMinute() == 0
                ? TIME.format(at.minusDays(1)).replace("00:00", "24:00")
                : TIME.format(at);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
