package org.gongkao.application.filling;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.MaterialKind;
import org.gongkao.application.MaterialKinds;
import org.gongkao.application.Materials;
import org.gongkao.application.Moving;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.file.Pictures;
import org.gongkao.letter.Letters;
import org.springframework.stereotype.Component;

/** What a printed form takes from the catalogue, the photo's file and the renderer. */
@Component
class Papers {

    private static final int PHOTO_WIDTH = 295;
    private static final int PHOTO_HEIGHT = 413;

    private final Letters letters;
    private final Pictures pictures;
    private final Materials materials;
    private final Moving moving;
    private final Catalogue catalogue;

    Papers(Letters letters, Pictures pictures, Materials materials, Moving moving, Catalogue catalogue) {
        this.letters = letters;
        this.pictures = pictures;
        this.materials = materials;
        this.moving = moving;
        this.catalogue = catalogue;
    }

    byte[] draw(FormSheet sheet) {
        return letters.pdf("application/filling/form.jte", sheet);
    }

    String occupation(Application application, String code, Instant now) {
        return catalogue
                .find(moving.cycle(application, now), code)
                .map(one -> one.name())
                .orElse(code);
    }

    /** The photo that was handed in, as data for the page; empty where there is none. */
    String photo(Application application, List<String> handedIn, Instant now) {
        var kinds = moving.cycle(application, now).section(MaterialKinds.class);
        return materials.all(application).stream()
                .filter(one ->
                        kinds.find(one.kind()).filter(MaterialKind::photo).isPresent())
                .filter(one -> handedIn.contains(one.sha256()))
                .findFirst()
                .map(one -> "data:image/jpeg;base64,"
                        + Base64.getEncoder().encodeToString(pictures.fitting(one.file(), PHOTO_WIDTH, PHOTO_HEIGHT)))
                .orElse("");
    }
}
