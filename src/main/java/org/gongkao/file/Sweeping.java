package org.gongkao.file;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 清理。Removes what nobody claimed. One file a transaction: a content that cannot be removed does not hold up the rest. */
@Component
class Sweeping {

    private final StoredFiles files;
    private final Contents contents;
    private final FileSettings settings;
    private final TransactionTemplate transaction;

    Sweeping(StoredFiles files, Contents contents, FileSettings settings, TransactionTemplate transaction) {
        this.files = files;
        this.contents = contents;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Returns how many were removed. */
    int sweep(Instant now) {
        int removed = 0;
        for (var card : files.due(now.minus(settings.unclaimedFor()))) {
            if (Boolean.TRUE.equals(transaction.execute(status -> drop(card)))) {
                removed++;
            }
        }
        return removed;
    }

    private boolean drop(FileCard card) {
        files.lock(card.sha256());
        if (!files.drop(card.id())) {
            return false;
        }
        if (!files.isUsed(card.sha256())) {
            contents.forget(card.sha256());
        }
        return true;
    }
}
