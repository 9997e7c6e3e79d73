package org.gongkao.file;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** 图片。Pictures made small and upright, for documents: a phone turns a photo by a mark beside it, which a printer ignores. */
@Component
public class Pictures {

    private static final int ORIENTATION = 0x0112;

    private final Files files;

    Pictures(Files files) {
        this.files = files;
    }

    /** The picture as a JPEG that fits into the given box. */
    public byte[] fitting(FileId id, int width, int height) {
        var bytes = files.read(id);
        try (var in = ImageIO.createImageInputStream(new java.io.ByteArrayInputStream(bytes))) {
            var reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in, true, true);
            var thin = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / (2 * Math.max(width, height)));
            thin.setSourceSubsampling(step, step, 0, 0);
            var upright = scaled(reader.read(0, thin), orientation(bytes), width, height);
            reader.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(upright, "jpeg", out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BufferedImage scaled(BufferedImage image, int orientation, int width, int height) {
        boolean lies = orientation >= 5;
        int across = lies ? image.getHeight() : image.getWidth();
        int down = lies ? image.getWidth() : image.getHeight();
        double scale = Math.min(1, Math.min((double) width / across, (double) height / down));
        var turn = new AffineTransform();
        turn.scale(scale, scale);
        switch (orientation) {
            case 3 -> {
                turn.translate(across, down);
                turn.rotate(Math.PI);
            }
            case 6 -> {
                turn.translate(across, 0);
                turn.rotate(Math.PI / 2);
            }
            case 8 -> {
                turn.translate(0, down);
                turn.rotate(-Math.PI / 2);
            }
            default -> {}
        }
        var upright = new BufferedImage(
                Math.max(1, (int) Math.round(across * scale)),
                Math.max(1, (int) Math.round(down * scale)),
                BufferedImage.TYPE_INT_RGB);
        var canvas = upright.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setBackground(Color.WHITE);
        canvas.clearRect(0, 0, upright.getWidth(), upright.getHeight());
        canvas.drawRenderedImage(image, turn);
        canvas.dispose();
        return upright;
    }

    /** How the camera was held, from the JPEG's Exif part; 1 where nothing is said. */
    static int orientation(byte[] jpeg) {
        var in = ByteBuffer.wrap(jpeg);
        if (jpeg.length < 4 || in.getShort() != (short) 0xFFD8) {
            return 1;
        }
        while (in.remaining() > 4 && (in.get(in.position()) & 0xFF) == 0xFF) {
            int marker = in.getShort() & 0xFFFF;
            int length = in.getShort(in.position()) & 0xFFFF;
            int start = in.position() + 2;
            if (marker == 0xFFE1 && length > 16 && in.remaining() >= length && in.getInt(start) == 0x45786966) {
                return inDirectory(in.slice(start + 6, length - 8));
            }
            if (marker == 0xFFDA || length > in.remaining()) {
                return 1;
            }
            in.position(in.position() + length);
        }
        return 1;
    }

    private static int inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.limit(); i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }
}
