/** 消息: tells people and offices what has happened and what is due, after it is committed; the only way anybody is told. */
@org.springframework.modulith.ApplicationModule(
        displayName = "消息",
        allowedDependencies = {
            "application",
            "textbook",
            "sanction",
            "account",
            "worker",
            "cycle",
            "organisation",
            "person",
            "payment",
            "channel"
        })
@NullMarked
package org.gongkao.notification;

import org.jspecify.annotations.NullMarked;
