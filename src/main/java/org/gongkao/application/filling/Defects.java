package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Findings;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ReviewItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a worker was asked to mend when the file was last returned. */
@Repository
class Defects {

    /**
     * 需修改之处。One thing to mend; mended means that its field group or material is no longer as it was. A condition is judged
     * again only when the file is handed in, so there it means that something in the file has changed.
     */
    record Defect(String item, String itemHash, String problem, String remedy, boolean mended) {

        boolean isCondition() {
            return item.startsWith("condition:");
        }

        Defect asMended() {
            return new Defect(item, itemHash, problem, remedy, true);
        }

        boolean isMaterial() {
            return item.startsWith("material:");
        }

        long material() {
            return Long.parseLong(item.substring("material:".length()));
        }
    }

    private final JdbcClient jdbc;
    private final ItemFindings items;

    Defects(JdbcClient jdbc, ItemFindings items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    /** Those of the last return; none once the file has gone on. */
    List<Defect> open(Application application) {
        if (application.state() != ApplicationState.RETURNED) {
            return List.of();
        }
        var now = items.of(application);
        var sender = application.filed().route().get(application.progress().sentBackBy());
        boolean changed = now.touched(sender) || materialAddedSinceReturn(application);
        return jdbc.sql("""
                select item, item_hash, problem, remedy, false as mended from application.defect
                 where application_id = :id
                   and act_id = (select max(id) from application.act
                                  where application_id = :id and act in ('RETURN', 'HAND_BACK'))
                 order by id
                """).param("id", application.id()).query(Defect.class).list().stream()
                .map(defect -> isMended(defect, now, changed) ? defect.asMended() : defect)
                .toList();
    }

    private static boolean isMended(Defect defect, Findings now, boolean changed) {
        return defect.isCondition()
                ? changed
                : now.items().stream()
                        .noneMatch(item ->
                                item.key().equals(defect.item()) && item.hash().equals(defect.itemHash()));
    }

    /** The sentence of the condition that a defect is bound to, as the verdict has it. */
    String condition(Application application, Defect defect) {
        return items.items(application).stream()
                .filter(item -> item.key().equals(defect.item()))
                .map(ReviewItem::label)
                .findFirst()
                .orElse("");
    }

    /** A proof added beside a field that the worker stands by is an answer too. */
    boolean materialAddedSinceReturn(Application application) {
        return jdbc.sql("""
                select exists (select 1 from application.material m
                                where m.application_id = :id and m.removed_at is null
                                  and m.added_at > (select max(a.at) from application.act a
                                                      where a.application_id = :id and a.act = 'RETURN'))
                """).param("id", application.id()).query(Boolean.class).single();
    }
}
