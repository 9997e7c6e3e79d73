package org.gongkao.account;

/** The ways on for somebody whose ID number already has an account. */
record TakenPage(String hotline) {}
