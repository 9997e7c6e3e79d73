package org.gongkao.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 单列密文。A sealed column without an index; the names of table and column are the module's own constants. */
public final class PlainColumn implements SealedColumn {

    private final JdbcClient jdbc;
    private final Seal seal;
    private final String table;
    private final String column;
    private final String place;
    private final String label;

    public PlainColumn(JdbcClient jdbc, Seal seal, String table, String column, String place, String label) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.table = table;
        this.column = column;
        this.place = place;
        this.label = label;
    }

    @Override
    public String name() {
        return place;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<Long> stale() {
        return jdbc.sql("select id from " + table + " where substring(" + column + " for :length) <> :head order by id")
                .param("head", seal.currentSealHead())
                .param("length", seal.currentSealHead().length)
                .query(Long.class)
                .list();
    }

    @Override
    public void reseal(long row) {
        var box = jdbc.sql("select " + column + " from " + table + " where id = :id for update")
                .param("id", row)
                .query(byte[].class)
                .single();
        var here = new Place(place, row);
        jdbc.sql("update " + table + " set " + column + " = :box where id = :id")
                .param("id", row)
                .param("box", seal.seal(here, seal.open(here, box)))
                .update();
    }
}
