package org.gongkao.application;

import java.util.List;
import org.gongkao.shared.Line;
import org.springframework.stereotype.Component;

/** 填报内容。A group of fields as an officer reads it. */
@Component
class RecordLines {

    List<Line> of(Application application, FieldGroup group) {
        return List.of();
    }
}
