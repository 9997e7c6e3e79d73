package org.gongkao.sanction;

import org.gongkao.file.FileId;

/** 证据。One file that the agency put beside a case. */
record Evidence(long id, long fileId, String name) {

    FileId file() {
        return new FileId(fileId);
    }
}
