package org.gongkao.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * 文书。The one way to make a document: a module's template, wrapped in {@code @template.letter.sheet}, becomes PDF/A-2b.
 * Two runs do not give the same bytes, so what counts is kept as a file and never made again.
 */
@Component
public class Letters {

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final TemplateEngine templates;
    private final Typefaces typefaces;

    Letters(TemplateEngine templates, Typefaces typefaces) {
        this.templates = templates;
        this.typefaces = typefaces;
        XRLog.setLoggingEnabled(false);
    }

    /** Renders {@code template} (as in {@code application/form.jte}) with its one record {@code page}. */
    public byte[] pdf(String template, Object page) {
        var xhtml = new StringOutput();
        templates.render(template, Map.of("page", page), xhtml);
        return pdf(xhtml.toString());
    }

    byte[] pdf(String xhtml) {
        var content = parse(xhtml);
        Text.check(content, typefaces.all());
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(COLOURS)
                    .withProducer("工考")
                    .withW3cDocument(content, null)
                    // A document takes nothing from outside: pictures come in as data.
                    .useExternalResourceAccessControl(
                            (uri, type) -> uri.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .toStream(out);
            for (var typeface : typefaces.all()) {
                var font = PDType0Font.load(document, typeface.font(), true);
                builder.useFont(new PDFontSupplier(font), Typefaces.FAMILY, typeface.weight(), FontStyle.NORMAL, true);
            }
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private static Document parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IllegalStateException("A document's template is not well-formed", malformed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
