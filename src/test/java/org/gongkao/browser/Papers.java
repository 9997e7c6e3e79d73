package org.gongkao.browser;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures that a worker would take with a phone; all of them drawn here, nobody's real papers. */
final class Papers {

    private Papers() {}

    static FilePayload portrait() {
        var picture = new BufferedImage(826, 1062, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x9ec3e6));
        pen.fillRect(0, 0, 826, 1062);
        pen.setColor(new Color(0x2f3b4c));
        pen.fillOval(40, 760, 746, 700);
        pen.setColor(new Color(0xe8c4a4));
        pen.fillOval(243, 270, 340, 430);
        pen.setColor(new Color(0x22262c));
        pen.fillArc(233, 240, 360, 330, 0, 180);
        pen.dispose();
        return jpeg("证件照.jpg", picture);
    }

    static FilePayload page(String title) {
        var picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1240, 1754);
        pen.setColor(new Color(0x222222));
        pen.setFont(new Font("Noto Serif CJK SC", Font.BOLD, 56));
        pen.drawString(title, 120, 180);
        pen.setColor(new Color(0xb9c2ce));
        for (int line = 0; line < 14; line++) {
            pen.fillRect(120, 300 + line * 70, line % 4 == 3 ? 520 : 1000, 14);
        }
        pen.setColor(new Color(0xc0392f));
        pen.setStroke(new java.awt.BasicStroke(8));
        pen.drawOval(820, 1320, 240, 240);
        pen.dispose();
        return jpeg(title + ".jpg", picture);
    }

    private static FilePayload jpeg(String name, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new FilePayload(name, "image/jpeg", bytes.toByteArray());
    }
}
