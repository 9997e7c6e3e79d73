package org.gongkao.person;

import java.util.List;

/** 密文列。A column of sealed values that a change of keys goes through; each module that keeps such a column brings a bean. */
public interface SealedColumn {

    /** The column, as it stands in the job's rows. */
    String name();

    /** What people call it. */
    String label();

    /** The rows not yet under the keys in use. */
    List<Long> stale();

    /** Opens with the old key, seals and indexes with the new. */
    void reseal(long row);
}
