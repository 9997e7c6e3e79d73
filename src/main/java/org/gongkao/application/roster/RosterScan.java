package org.gongkao.application.roster;

import java.time.Instant;
import org.gongkao.file.FileId;

/** 盖章扫描件。The stamped paper of one version. */
record RosterScan(FileId file, String name, Instant at) {}
