package org.gongkao.notification;

import java.util.List;

/** The inbox: newest first, the unread ones marked. */
record InboxPage(List<Row> rows, int unread, long newest, String first, String next) {

    /** One message. */
    record Row(String heading, String sentence, String link, String at, boolean unread) {}
}
