package org.gongkao.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 逐项审核。Keeps what every office found on every item, and which originals were seen. */
@Repository
public class ItemFindings {

    private final JdbcClient jdbc;
    private final Verdicts verdicts;

    ItemFindings(JdbcClient jdbc, Verdicts verdicts) {
        this.jdbc = jdbc;
        this.verdicts = verdicts;
    }

    public Findings of(Application application) {
        var newest =
                jdbc.sql("""
                select distinct on (office, item) id, office, item, item_hash, outcome, basis, problem, remedy, found_by, at
                  from application.finding where application_id = :id order by office, item, id desc
                """).param("id", application.id()).query(Finding.class).list();
        var seen = jdbc.sql("select item || '@' || item_hash from application.original_seen where application_id = :id")
                .param("id", application.id())
                .query(String.class)
                .set();
        return new Findings(items(application), newest, Set.copyOf(seen));
    }

    /**
     * The conditions of the newest verdict (a file handed in before verdicts were kept has none), the groups of fields, the
     * materials that count, the promises that stand; each with the hash of its content now.
     */
    public List<ReviewItem> items(Application application) {
        var items = new ArrayList<ReviewItem>();
        verdicts.newest(application)
                .ifPresent(verdict -> verdict.conditions()
                        .forEach(one -> items.add(
                                new ReviewItem(one.item(), one.sentence(), one.hash(), ReviewItem.Kind.CONDITION))));
        for (var group : FieldGroup.values()) {
            items.add(new ReviewItem(group.key(), group.label(), hash(application, group), ReviewItem.Kind.GROUP));
        }
        items.addAll(jdbc.sql("""
                select 'material:' || id as key, label || '：' || name as label, sha256 as hash, 'MATERIAL' as kind
                  from application.material where application_id = :id and removed_at is null order by id
                """)
                .param("id", application.id())
                .query(ReviewItem.class)
                .list());
        items.addAll(jdbc.sql("""
                select 'promise:' || id as key, '容缺后补：' || label as label,
                       encode(sha256(convert_to(kind || liability, 'UTF8')), 'hex') as hash, 'PROMISE' as kind
                  from application.promise where application_id = :id and state in ('OPEN', 'HANDED_IN') order by id
                """)
                .param("id", application.id())
                .query(ReviewItem.class)
                .list());
        return items;
    }

    private String hash(Application application, FieldGroup group) {
        if (group == FieldGroup.CHOICE) {
            return application.level().number() + "/" + application.occupation() + "/" + application.unitCode();
        }
        return jdbc.sql("""
                select encode(sha256(convert_to(coalesce(record -> :key, '{}')::text, 'UTF8')), 'hex')
                  from application.application where id = :id
                """)
                .param("key", group.key())
                .param("id", application.id())
                .query(String.class)
                .single();
    }

    public void add(Application application, Finding finding, Actor by) {
        jdbc.sql("""
                insert into application.finding
                       (application_id, office, item, item_hash, outcome, basis, problem, remedy, account_id, found_by, at)
                values (:id, :office, :item, :hash, :outcome, :basis, :problem, :remedy, :account, :by, :at)
                """)
                .param("id", application.id())
                .param("office", finding.office())
                .param("item", finding.item())
                .param("hash", finding.itemHash())
                .param("outcome", finding.outcome().name())
                .param("basis", name(finding.basis()))
                .param("problem", finding.problem())
                .param("remedy", finding.remedy())
                .param("account", by.account())
                .param("by", finding.foundBy())
                .param("at", Applications.time(finding.at()))
                .update();
    }

    /** Records once that the original of an item, as it is now, was in an officer's hand. */
    public void originalSeen(Application application, ReviewItem item, Actor by, Instant at) {
        jdbc.sql("""
                insert into application.original_seen (application_id, item, item_hash, office, account_id, at)
                values (:id, :item, :hash, :office, :account, :at)
                on conflict (application_id, item, item_hash) do nothing
                """)
                .param("id", application.id())
                .param("item", item.key())
                .param("hash", item.hash())
                .param("office", by.office().toString())
                .param("account", by.account())
                .param("at", Applications.time(at))
                .update();
    }

    /** Keeps the defects of one return as the worker is told them. */
    public void defects(Application application, long act, List<Finding> defects) {
        for (var defect : defects) {
            jdbc.sql("""
                    insert into application.defect (application_id, act_id, item, item_hash, problem, remedy)
                    values (:id, :act, :item, :hash, :problem, :remedy)
                    """)
                    .param("id", application.id())
                    .param("act", act)
                    .param("item", defect.item())
                    .param("hash", defect.itemHash())
                    .param("problem", defect.problem())
                    .param("remedy", defect.remedy())
                    .update();
        }
    }

    private static @Nullable String name(@Nullable Basis basis) {
        return basis == null ? null : basis.name();
    }
}
