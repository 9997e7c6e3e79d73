package org.gongkao.account;

import java.util.List;

/** The requests that this office may see. */
record CorrectionsPage(List<Correction> rows, int open, String first, String next) {}
