package org.gongkao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkao.DatabaseTest;
import org.gongkao.letter.Letters;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.FiscalAnswer;
import org.gongkao.payment.FiscalReceiptIssuer.RedMark;
import org.gongkao.payment.FiscalReceiptIssuer.Request;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo's issuer answers as a real one has to. */
class DemoReceiptIssuerTest extends DatabaseTest {

    @Autowired
    private Letters letters;

    private DemoReceiptIssuer issuer;

    @BeforeEach
    void anew() {
        clock.set("2023-04-10T09:00:00");
        issuer = new DemoReceiptIssuer(jdbc, letters, clock);
    }

    @Test
    void a_repeated_request_is_answered_word_for_word_and_the_document_says_that_it_is_of_a_demo() throws IOException {
        var first = (FiscalAnswer.Issued) issuer.issue(request("P2023041000000001I1", "陈立民"));
        var again = (FiscalAnswer.Issued) issuer.issue(request("P2023041000000001I1", "陈立民"));
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.pdf()).isEqualTo(first.pdf());
        assertThat(first.amount()).isEqualTo(Money.yuan(380));
        try (var document = Loader.loadPDF(first.pdf())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("演示", first.code(), first.number(), first.checkCode(), "陈立民", "报名考试费", "¥380.00");
            var picture = Path.of("target/screenshots/receipt-demo-paper.png");
            Files.createDirectories(picture.getParent());
            ImageIO.write(new PDFRenderer(document).renderImage(0, 1.2f), "png", picture.toFile());
        }
        var other = issuer.issue(request("P2023041000000002I1", "陈立民"));
        assertThat(((FiscalAnswer.Issued) other).number()).isNotEqualTo(first.number());
    }

    @Test
    void another_text_under_a_known_number_and_an_unknown_number_are_refused() {
        issuer.issue(request("P2023041000000001I1", "陈立民"));
        assertThat(issuer.issue(request("P2023041000000001I1", "赵桂英"))).isInstanceOf(FiscalAnswer.Refused.class);
        assertThat(issuer.query("P2023041000000009I1")).isInstanceOf(FiscalAnswer.Refused.class);
    }

    @Test
    void a_red_mark_is_made_once() {
        var red = new RedMark("P2023041000000001R1", "00041023", "0000000001", Money.yuan(380), "已退费");
        assertThat(issuer.redMark(red))
                .isInstanceOf(FiscalAnswer.RedMarked.class)
                .isEqualTo(issuer.redMark(red));
    }

    private Request request(String number, String payer) {
        return new Request(
                number,
                payer,
                "等级考核费",
                List.of(new FeePart("报名考试费", Money.yuan(60)), new FeePart("培训费", Money.yuan(320))),
                Money.yuan(380),
                "2023041000000001",
                clock.instant());
    }
}
