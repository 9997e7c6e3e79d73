package org.gongkao.application;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 填报完整性。Everything that a file still lacks before it can be handed in, told at once. */
@Component
class Completeness {

    private final JdbcClient jdbc;

    Completeness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Fault> missing(Application application, Cycle cycle) {
        var faults = new ArrayList<Fault>();
        boolean pledged =
                jdbc.sql("""
                select exists (select 1 from application.confirmation where application_id = :id and kind = 'PLEDGE')
                """).param("id", application.id()).query(Boolean.class).single();
        if (!pledged) {
            faults.add(new Fault("pledge", "请阅读并确认诚信承诺。"));
        }
        return faults;
    }
}
