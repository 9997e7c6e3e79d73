package org.gongkao.worker;

/** A worker's own record, to be read. */
record OwnRecordPage(RecordView record, String unit) {}
