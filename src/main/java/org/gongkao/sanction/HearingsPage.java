package org.gongkao.sanction;

import java.util.List;
import org.gongkao.shared.Sign;

/** 本人案件列表页面。All cases of which a person was told. */
record HearingsPage(List<Row> rows) {

    /** 本人案件行。One of them. */
    record Row(String number, String material, Sign sign, String state) {}
}
