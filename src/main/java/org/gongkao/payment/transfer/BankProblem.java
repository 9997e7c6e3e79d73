package org.gongkao.payment.transfer;

/** 流水问题。One thing wrong with a file: where it stands, and what it is. */
record BankProblem(int line, String column, String sentence) {}
